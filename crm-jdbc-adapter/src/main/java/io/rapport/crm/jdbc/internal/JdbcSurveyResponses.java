package io.rapport.crm.jdbc.internal;

import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.id.TenantId;
import io.rapport.crm.satisfaction.Scale;
import io.rapport.crm.satisfaction.ScoreTally;
import io.rapport.crm.satisfaction.SurveyKind;
import io.rapport.crm.satisfaction.SurveyResponse;
import io.rapport.crm.satisfaction.SurveyResponseId;
import io.rapport.crm.satisfaction.SurveyResponseRepository;
import io.rapport.crm.store.Cursor;
import io.rapport.crm.store.Page;
import io.rapport.crm.store.PageRequest;
import io.rapport.crm.ticket.TicketId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The survey responses of a tenant. */
final class JdbcSurveyResponses extends JdbcFacts<SurveyResponseId, SurveyResponse>
        implements SurveyResponseRepository {

    private static final String SELECT = """
            SELECT id, customer_id, kind, scale_low, scale_high, score, ticket_id, answered_at, source_system,
                   external_key, recorded_at
              FROM {survey_response}""";
    private static final String TALLY = """
            SELECT scale_low, scale_high, score, count(*) AS n
              FROM {survey_response}
             WHERE tenant = ? AND kind = ? AND answered_at >= ? AND answered_at < ?
             GROUP BY scale_low, scale_high, score""";
    private static final Insert INSERT = Insert.into(
            "survey_response",
            "tenant",
            "id",
            "customer_id",
            "kind",
            "scale_low",
            "scale_high",
            "score",
            "ticket_id",
            "answered_at",
            "source_system",
            "external_key",
            "recorded_at");

    JdbcSurveyResponses(TenantId tenant, Session session, EventLog events) {
        super(tenant, session, events, EventFamily.SURVEY_RESPONSE, new FactSql(SELECT, INSERT));
    }

    @Override
    public Page<SurveyResponse> ofCustomer(CustomerId customer, PageRequest request) {
        return Pages.descending(
                session,
                SELECT + " WHERE tenant = ? AND customer_id = ?",
                "answered_at",
                parameters -> parameters.add(tenant).add(customer),
                request,
                this::map,
                response -> new Cursor(response.answeredAt(), response.id().value()));
    }

    @Override
    public ScoreTally tally(SurveyKind kind, Instant from, Instant until) {
        Map<Scale, SortedMap<Integer, Long>> counts = new HashMap<>();
        session.list(
                        TALLY,
                        parameters -> parameters.add(tenant).add(kind).add(from).add(until),
                        row -> new Scored(scale(row), row.integer("score"), row.number("n")))
                .forEach(scored -> counts.computeIfAbsent(scored.scale(), unused -> new TreeMap<>())
                        .put(scored.score(), scored.count()));
        return new ScoreTally(counts);
    }

    @Override
    void insert(Parameters parameters, SurveyResponse response) throws SQLException {
        parameters
                .add(tenant)
                .add(response.id())
                .add(response.customer())
                .add(response.kind())
                .add(response.scale().low())
                .add(response.scale().high())
                .add(response.score())
                .addId(response.ticket())
                .add(response.answeredAt())
                .add(response.externalId())
                .add(response.recordedAt());
    }

    @Override
    SurveyResponse map(Row row) throws SQLException {
        return new SurveyResponse(
                new SurveyResponseId(row.id("id")),
                new CustomerId(row.id("customer_id")),
                row.constant("kind", SurveyKind.class),
                scale(row),
                row.integer("score"),
                row.optionalId("ticket_id").map(TicketId::new),
                row.instant("answered_at"),
                row.externalId(),
                row.instant("recorded_at"));
    }

    private record Scored(Scale scale, int score, long count) {}

    private static Scale scale(Row row) throws SQLException {
        return new Scale(row.integer("scale_low"), row.integer("scale_high"));
    }
}
