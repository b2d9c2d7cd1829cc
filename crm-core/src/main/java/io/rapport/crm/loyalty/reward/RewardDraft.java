package io.rapport.crm.loyalty.reward;

import java.time.Instant;
import java.util.List;

/** The next state of a reward while it is being made. */
final class RewardDraft {

    private final RewardId id;
    private final String key;
    private final Instant offeredAt;
    private RewardTerms terms;
    private RewardStatus status;
    private long reserved;
    private long redeemed;
    long version;
    List<RewardEvent> changes;

    RewardDraft(Reward from) {
        id = from.id();
        key = from.key();
        offeredAt = from.offeredAt();
        terms = from.terms();
        status = from.status();
        reserved = from.reserved();
        redeemed = from.redeemed();
        version = from.version();
        changes = from.changes();
    }

    void apply(RewardEvent event) {
        if (event instanceof RewardEvent.Revised revised) {
            terms = revised.terms();
        } else if (event instanceof RewardEvent.Withdrawn) {
            status = RewardStatus.WITHDRAWN;
        } else if (event instanceof RewardEvent.UnitsReserved units) {
            reserved = Math.addExact(reserved, units.units());
        } else if (event instanceof RewardEvent.UnitsReleased units) {
            reserved -= units.units();
        } else if (event instanceof RewardEvent.UnitsRedeemed units) {
            reserved -= units.units();
            redeemed = Math.addExact(redeemed, units.units());
        } else if (event instanceof RewardEvent.UnitsReturned units) {
            redeemed -= units.units();
        } else {
            throw new IllegalArgumentException(event.getClass().getSimpleName() + " cannot follow an offer");
        }
    }

    Reward build() {
        return new Reward(id, key, terms, status, reserved, redeemed, offeredAt, version, changes);
    }
}
