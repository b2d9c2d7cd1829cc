package io.rapport.crm.jdbc;

import java.util.List;

/** A table that this version needs, with its columns, in lower case. */
record SchemaTable(String name, List<String> columns) {

    static final List<SchemaTable> ALL = List.of(
            of(
                    "customer",
                    "tenant id version kind full_name locale zone contact_points external_ids tags status"
                            + " registered_at"),
            of("contact_key", "tenant kind contact_key shared_by customer_id"),
            of("external_id", "tenant source_system external_key customer_id"),
            of(
                    "ticket",
                    "tenant id version customer_id kind subject status source_system external_key opened_at"
                            + " first_response_at resolved_at closed_at resolution_code solution reopens"),
            of("event", "tenant family aggregate_id sequence_no event_type occurred_at payload"),
            of("outbox", "tenant position_no family aggregate_id sequence_no"),
            of("command", "tenant command_key payload_digest aggregate_id sequence_no"));

    private static SchemaTable of(String name, String columns) {
        return new SchemaTable(name, List.of(columns.split(" ")));
    }
}
