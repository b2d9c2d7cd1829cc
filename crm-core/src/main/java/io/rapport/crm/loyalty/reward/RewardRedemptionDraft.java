package io.rapport.crm.loyalty.reward;

import java.util.List;
import java.util.Optional;

/** The next state of a redemption while it is being made. */
final class RewardRedemptionDraft {

    private final RewardRedemption from;
    private RedemptionStatus status;
    private long cancelled;
    private Optional<Long> entry;
    long version;
    List<RewardRedemptionEvent> changes;

    RewardRedemptionDraft(RewardRedemption from) {
        this.from = from;
        status = from.status();
        cancelled = from.cancelled();
        entry = from.entry();
        version = from.version();
        changes = from.changes();
    }

    void apply(RewardRedemptionEvent event) {
        if (event instanceof RewardRedemptionEvent.Committed committed) {
            status = RedemptionStatus.COMMITTED;
            entry = Optional.of(committed.entry());
        } else if (event instanceof RewardRedemptionEvent.Fulfilled) {
            status = RedemptionStatus.FULFILLED;
        } else if (event instanceof RewardRedemptionEvent.Cancelled part) {
            cancelled += part.units();
            status = cancelled == from.units() ? RedemptionStatus.CANCELLED : status;
        } else if (event instanceof RewardRedemptionEvent.Voided) {
            status = RedemptionStatus.VOIDED;
        } else if (event instanceof RewardRedemptionEvent.Expired) {
            status = RedemptionStatus.EXPIRED;
        } else {
            throw new IllegalArgumentException(event.getClass().getSimpleName() + " cannot follow a reservation");
        }
    }

    RewardRedemption build() {
        return new RewardRedemption(
                from.id(),
                from.reward(),
                from.account(),
                from.benefit(),
                status,
                from.units(),
                from.points(),
                cancelled,
                from.hold(),
                entry,
                from.expiresAt(),
                from.reservedAt(),
                version,
                changes);
    }
}
