package io.rapport.crm.loyalty.referral;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The next state of a referral while it is being made. */
final class ReferralDraft {

    private final Referral from;
    private ReferralStatus status;
    private Optional<String> order;
    private Optional<Instant> qualifiesAt;
    long version;
    List<ReferralEvent> changes;

    ReferralDraft(Referral from) {
        this.from = from;
        status = from.status();
        order = from.order();
        qualifiesAt = from.qualifiesAt();
        version = from.version();
        changes = from.changes();
    }

    void apply(ReferralEvent event) {
        if (event instanceof ReferralEvent.OrderPaid paid) {
            order = Optional.of(paid.order());
            qualifiesAt = Optional.of(paid.qualifiesAt());
        } else if (event instanceof ReferralEvent.OrderRefunded) {
            order = Optional.empty();
            qualifiesAt = Optional.empty();
        } else if (event instanceof ReferralEvent.Qualified) {
            status = ReferralStatus.QUALIFIED;
        } else if (event instanceof ReferralEvent.Reversed) {
            status = ReferralStatus.REVERSED;
        } else if (event instanceof ReferralEvent.Expired) {
            status = ReferralStatus.EXPIRED;
        } else {
            throw new IllegalArgumentException(event.getClass().getSimpleName() + " cannot follow a referral");
        }
    }

    Referral build() {
        return new Referral(
                from.id(),
                from.referrer(),
                from.friend(),
                from.terms(),
                status,
                order,
                from.expiresAt(),
                qualifiesAt,
                from.referredAt(),
                version,
                changes);
    }
}
