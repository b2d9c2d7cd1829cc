package io.rapport.crm.jdbc.internal;

import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.id.Actor;
import io.rapport.crm.id.TenantId;
import io.rapport.crm.interaction.Channel;
import io.rapport.crm.interaction.Direction;
import io.rapport.crm.interaction.Initiative;
import io.rapport.crm.interaction.Interaction;
import io.rapport.crm.interaction.InteractionFilter;
import io.rapport.crm.interaction.InteractionId;
import io.rapport.crm.interaction.InteractionRepository;
import io.rapport.crm.interaction.InteractionTally;
import io.rapport.crm.interaction.Purpose;
import io.rapport.crm.interaction.Sentiment;
import io.rapport.crm.store.Cursor;
import io.rapport.crm.store.Page;
import io.rapport.crm.store.PageRequest;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;

/** The interactions of a tenant. */
final class JdbcInteractions extends JdbcFacts<InteractionId, Interaction> implements InteractionRepository {

    private static final String SELECT = """
            SELECT id, customer_id, channel, direction, initiative, purpose, staff, thread, started_at, ended_at,
                   outcome, sentiment, body, source_system, external_key, recorded_at
              FROM {interaction}""";
    private static final String TALLY = """
            SELECT purpose, initiative, channel, direction, count(*) AS n
              FROM {interaction}
             WHERE tenant = ? AND started_at >= ? AND started_at < ?
             GROUP BY purpose, initiative, channel, direction""";
    private static final Insert INSERT = Insert.into(
            "interaction",
            "tenant",
            "id",
            "customer_id",
            "channel",
            "direction",
            "initiative",
            "purpose",
            "staff",
            "thread",
            "started_at",
            "ended_at",
            "outcome",
            "sentiment",
            "body",
            "source_system",
            "external_key",
            "recorded_at");

    JdbcInteractions(TenantId tenant, Session session, EventLog events) {
        super(tenant, session, events, EventFamily.INTERACTION, new FactSql(SELECT, INSERT));
    }

    @Override
    public Page<Interaction> timeline(CustomerId customer, PageRequest request) {
        return Pages.descending(
                session,
                SELECT + " WHERE tenant = ? AND customer_id = ?",
                "started_at",
                parameters -> parameters.add(tenant).add(customer),
                request,
                this::map,
                interaction ->
                        new Cursor(interaction.startedAt(), interaction.id().value()));
    }

    @Override
    public List<InteractionTally> tally(Instant from, Instant until) {
        return session.list(
                TALLY,
                parameters -> parameters.add(tenant).add(from).add(until),
                row -> new InteractionTally(
                        row.constant("purpose", Purpose.class),
                        row.constant("initiative", Initiative.class),
                        row.constant("channel", Channel.class),
                        row.constant("direction", Direction.class),
                        row.number("n")));
    }

    @Override
    public void forEachTime(Instant from, Instant until, InteractionFilter filter, BiConsumer<UUID, Instant> reader) {
        Selection contacts = new Selection(
                        List.of("customer_id", "started_at"),
                        "{interaction} WHERE tenant = ? AND started_at >= ? AND started_at < ?",
                        List.of(tenant.value(), from, until))
                .among("channel", filter.channels())
                .among("direction", filter.directions())
                .among("initiative", filter.initiatives())
                .among("purpose", filter.purposes());
        session.each(contacts, row -> reader.accept(row.id(0), row.instant(1)));
    }

    @Override
    void insert(Parameters parameters, Interaction interaction) throws SQLException {
        parameters
                .add(tenant)
                .add(interaction.id())
                .add(interaction.customer())
                .add(interaction.channel())
                .add(interaction.direction())
                .add(interaction.initiative())
                .add(interaction.purpose())
                .addText(interaction.staff().map(Actor::value))
                .addText(interaction.thread())
                .add(interaction.startedAt())
                .addInstant(interaction.endedAt())
                .addText(interaction.outcome())
                .addText(interaction.sentiment().map(Sentiment::name))
                .addText(interaction.body())
                .add(interaction.externalId())
                .add(interaction.recordedAt());
    }

    @Override
    Interaction map(Row row) throws SQLException {
        return new Interaction(
                new InteractionId(row.id("id")),
                new CustomerId(row.id("customer_id")),
                row.constant("channel", Channel.class),
                row.constant("direction", Direction.class),
                row.constant("initiative", Initiative.class),
                row.constant("purpose", Purpose.class),
                row.optionalText("staff").map(Actor::of),
                row.optionalText("thread"),
                row.instant("started_at"),
                row.optionalInstant("ended_at"),
                row.optionalText("outcome"),
                row.optionalText("sentiment").map(Sentiment::valueOf),
                row.optionalText("body"),
                row.externalId(),
                row.instant("recorded_at"));
    }
}
