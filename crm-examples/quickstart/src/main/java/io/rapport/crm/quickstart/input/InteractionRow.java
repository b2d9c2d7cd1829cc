package io.rapport.crm.quickstart.input;

import io.rapport.crm.interaction.Channel;
import io.rapport.crm.interaction.Direction;
import io.rapport.crm.interaction.Initiative;
import io.rapport.crm.interaction.Purpose;
import io.rapport.crm.quickstart.csv.Column;
import io.rapport.crm.quickstart.csv.CsvLayout;
import io.rapport.crm.quickstart.csv.Row;
import io.rapport.crm.quickstart.csv.ValueTypes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A row of {@code interactions.csv}: one contact with a customer. */
public record InteractionRow(
        long line,
        String interactionId,
        String customerId,
        Channel channel,
        Direction direction,
        Initiative initiative,
        Purpose purpose,
        Instant startedAt,
        Optional<Instant> endedAt,
        Optional<String> outcome) {

    private static final Column<String> INTERACTION_ID = Column.required("interaction_id", Keys.KEY);
    private static final Column<Channel> CHANNEL = Column.required("channel", ValueTypes.oneOf(Channel.class));
    private static final Column<Direction> DIRECTION = Column.required("direction", ValueTypes.oneOf(Direction.class));
    private static final Column<Initiative> INITIATIVE =
            Column.required("initiative", ValueTypes.oneOf(Initiative.class));
    private static final Column<Purpose> PURPOSE = Column.required("purpose", ValueTypes.oneOf(Purpose.class));
    private static final Column<Instant> STARTED_AT = Column.required("started_at", ValueTypes.instant());
    private static final Column<Instant> ENDED_AT = Column.optional("ended_at", ValueTypes.instant());
    private static final Column<String> OUTCOME = Column.optional("outcome", ValueTypes.text(200));

    public static final CsvLayout<InteractionRow> LAYOUT = CsvLayout.of(
            List.of(
                    INTERACTION_ID,
                    Keys.CUSTOMER_ID,
                    CHANNEL,
                    DIRECTION,
                    INITIATIVE,
                    PURPOSE,
                    STARTED_AT,
                    ENDED_AT,
                    OUTCOME),
            InteractionRow::from);

    private static InteractionRow from(Row row) {
        Instant startedAt = row.get(STARTED_AT);
        Optional<Instant> endedAt = row.find(ENDED_AT);
        if (endedAt.filter(startedAt::isAfter).isPresent()) {
            throw row.refuse(ENDED_AT, "is before started_at");
        }
        return new InteractionRow(
                row.line(),
                row.get(INTERACTION_ID),
                row.get(Keys.CUSTOMER_ID),
                row.get(CHANNEL),
                row.get(DIRECTION),
                row.get(INITIATIVE),
                row.get(PURPOSE),
                startedAt,
                endedAt,
                row.find(OUTCOME));
    }
}
