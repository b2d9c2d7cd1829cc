package io.rapport.crm.jdbc;

import java.util.List;

/** A table that this version needs, with its columns, in lower case. */
record SchemaTable(String name, List<String> columns) {

    static final List<SchemaTable> ALL = List.of(
            of(
                    "customer",
                    "tenant id version kind full_name locale zone contact_points external_ids tags status"
                            + " registered_at handling"),
            of("contact_key", "tenant kind contact_key shared_by customer_id"),
            of("external_id", "tenant source_system external_key customer_id"),
            of(
                    "ticket",
                    "tenant id version customer_id kind subject status source_system external_key opened_at"
                            + " first_response_at resolved_at closed_at resolution_code solution reopens wake_at confirmed_at"
                            + " priority impact category tags assignee team watchers links merged_into complaint"
                            + " agreement watch_at raised_from assigned_at playbooks survey_due_at"),
            of(
                    "interaction",
                    "tenant id customer_id channel direction initiative purpose staff thread started_at ended_at"
                            + " outcome sentiment body source_system external_key recorded_at"),
            of(
                    "purchase",
                    "tenant id customer_id source_system external_key bought_at total_minor currency lines"
                            + " recorded_at"),
            of(
                    "loyalty_account",
                    "tenant id version customer_id program available pending reserved debt lifetime_earned"
                            + " lifetime_redeemed lifetime_restored lifetime_reversed lifetime_expired"
                            + " lifetime_transferred_in lifetime_transferred_out lifetime_adjusted_up"
                            + " lifetime_adjusted_down lifetime_written_off slides_until next_event_at last_entry_at"
                            + " opened_at holds"),
            of(
                    "loyalty_lot",
                    "tenant account_id lot_no phase_no due_at original remaining held clawed pending earned_at"
                            + " activates_at expires_at sliding cost_per_point qualifying rule_version basis order_ref"),
            of("loyalty_movement", "tenant account_id sequence_no lot_no points redemption_no moved_at"),
            of("reward", "tenant id version reward_key terms status reserved redeemed offered_at"),
            of(
                    "reward_redemption",
                    "tenant id version reward_id account_id benefit status units points cancelled hold_no entry_no"
                            + " expires_at reserved_at"),
            of(
                    "referral",
                    "tenant id version referrer_id friend_id terms status order_ref expires_at qualifies_at due_at"
                            + " referred_at"),
            of("household", "tenant id version program pool_id terms status members formed_at"),
            of("household_account", "tenant account_id household_id"),
            of("coupon", "tenant id version terms status used issued_at"),
            of("coupon_code", "tenant hash_start code_hash coupon_id"),
            of(
                    "survey_response",
                    "tenant id customer_id kind scale_low scale_high score ticket_id answered_at source_system"
                            + " external_key recorded_at"),
            of("definition", "tenant kind definition_key version content defined_by defined_at"),
            of("playbook", "tenant id version playbook_key playbook_name status draft latest created_at"),
            of(
                    "employee",
                    "tenant id version actor roles skills calendar capacity status assignments completed_courses"
                            + " certificates registered_at"),
            of("course", "tenant id version definition revision status defined_at"),
            of("requirement", "tenant id version task channel certifications stated_at"),
            of(
                    "follow_up",
                    "tenant id version ticket_id resolution_no customer_id reasons owner due_at status result"
                            + " scheduled_at"),
            of(
                    "return_case",
                    "tenant id version customer_id ticket_id status lines late_reason late_actor requested_by"
                            + " requested_at"),
            of("return_line", "tenant return_id line_no purchase_id purchase_line"),
            of("return_balance", "tenant purchase_id line_no bought paid_minor currency claimed settled repaid_minor"),
            of("event", "tenant family aggregate_id sequence_no event_type occurred_at payload"),
            of("outbox", "tenant position_no family aggregate_id sequence_no"),
            of("command", "tenant command_key payload_digest aggregate_id sequence_no"));

    private static SchemaTable of(String name, String columns) {
        return new SchemaTable(name, List.of(columns.split(" ")));
    }
}
