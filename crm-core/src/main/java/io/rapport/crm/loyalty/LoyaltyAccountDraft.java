package io.rapport.crm.loyalty;

import io.rapport.crm.customer.CustomerId;
import java.time.Instant;
import java.util.List;

/** The next state of a loyalty account while it is being made. */
final class LoyaltyAccountDraft {

    private final LoyaltyAccountId id;
    private final CustomerId customer;
    private final ProgramId program;
    private final Instant openedAt;
    private long available;
    private long lifetimeEarned;
    private long lifetimeRedeemed;
    long version;
    List<LoyaltyEvent> changes;

    LoyaltyAccountDraft(LoyaltyAccount from) {
        id = from.id();
        customer = from.customer();
        program = from.program();
        openedAt = from.openedAt();
        available = from.available();
        lifetimeEarned = from.lifetimeEarned();
        lifetimeRedeemed = from.lifetimeRedeemed();
        version = from.version();
        changes = from.changes();
    }

    void apply(LoyaltyEvent event) {
        if (event instanceof LoyaltyEvent.Earned earned) {
            available = Math.addExact(available, earned.points());
            lifetimeEarned = Math.addExact(lifetimeEarned, earned.points());
        } else if (event instanceof LoyaltyEvent.Redeemed redeemed) {
            available = Math.subtractExact(available, redeemed.points());
            lifetimeRedeemed = Math.addExact(lifetimeRedeemed, redeemed.points());
        } else {
            throw new IllegalArgumentException(event.getClass().getSimpleName() + " cannot follow an enrolment");
        }
    }

    LoyaltyAccount build() {
        return new LoyaltyAccount(
                id, customer, program, available, lifetimeEarned, lifetimeRedeemed, openedAt, version, changes);
    }
}
