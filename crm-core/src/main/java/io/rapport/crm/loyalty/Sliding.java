package io.rapport.crm.loyalty;

import java.time.Instant;
import java.util.Optional;

/** How activity moves the one date on which the sliding points of an account expire. */
final class Sliding {

    private Sliding() {}

    /**
     * The date after an entry. Activity that the program counts moves it forward, never back. The first sliding lot after
     * all others have expired sets it anew, whether it counts as activity or not.
     */
    static Optional<Instant> after(Optional<Instant> before, LedgerEntry entry, Program program) {
        ExpiryPolicy expiry = program.expiry();
        if (!expiry.slides()) {
            return before;
        }
        boolean opens = entry.opened().filter(LotTerms::sliding).isPresent();
        boolean over = before.isEmpty() || Instants.reached(before, entry.at());
        boolean counts =
                activity(entry.kind()).filter(expiry.activities()::contains).isPresent();
        if (!counts && !(opens && over)) {
            return before;
        }
        Instant slid = expiry.slidTo(entry.effectiveAt(), program.zone());
        return Optional.of(before.map(date -> Instants.latest(date, slid)).orElse(slid));
    }

    private static Optional<ActivityKind> activity(EntryKind kind) {
        return switch (kind) {
            case EARN -> Optional.of(ActivityKind.EARN);
            case REDEEM, COMMIT -> Optional.of(ActivityKind.SPEND);
            default -> Optional.empty();
        };
    }
}
