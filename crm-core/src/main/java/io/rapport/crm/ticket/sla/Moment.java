package io.rapport.crm.ticket.sla;

import io.rapport.crm.fault.Require;
import java.time.Instant;
import java.util.Optional;

/**
 * Something in a ticket's history that a clock takes notice of.
 *
 * @param waitingFor what is waited for; present for {@link Kind#PARKED} only
 */
public record Moment(Instant at, Kind kind, Optional<Wait> waitingFor) {

    /** What happened. */
    public enum Kind {
        /** It was opened; the first moment of every history. */
        CREATED,
        /** The customer wrote or called. */
        CUSTOMER_MESSAGE,
        /** A person of the staff answered for the customer to see, or spoke with them. */
        PUBLIC_RESPONSE,
        /** Work stopped until somebody else acts, or until a date. */
        PARKED,
        /** Work went on. */
        RESUMED,
        /** It was put right, as far as the staff knows. */
        RESOLVED,
        /** It was not right after all. */
        REOPENED,
        /** It was merged into another ticket or cancelled: its clocks end, neither met nor breached. */
        ENDED
    }

    public Moment {
        Require.present("at", at);
        Require.present("kind", kind);
        Require.present("waitingFor", waitingFor);
        Require.that(
                waitingFor.isPresent() == (kind == Kind.PARKED),
                "waitingFor",
                "does not go with " + kind,
                "give it if parked");
    }

    public static Moment of(Kind kind, Instant at) {
        return new Moment(at, kind, Optional.empty());
    }

    public static Moment parked(Wait wait, Instant at) {
        return new Moment(at, Kind.PARKED, Optional.of(wait));
    }
}
