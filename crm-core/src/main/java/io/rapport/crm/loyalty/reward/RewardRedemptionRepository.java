package io.rapport.crm.loyalty.reward;

import io.rapport.crm.loyalty.LoyaltyAccountId;
import io.rapport.crm.store.AggregateRepository;
import java.time.Instant;
import java.util.List;

/** Where redemptions of rewards are kept. They change only while their reward is locked. */
public interface RewardRedemptionRepository
        extends AggregateRepository<RewardRedemptionId, RewardRedemption, RewardRedemptionEvent> {

    /** The redemptions of an account, by (reservedAt, id). */
    List<RewardRedemption> ofAccount(LoyaltyAccountId account);

    /** How many units of a reward an account has redeemed or set aside; by index. */
    long taken(RewardId reward, LoyaltyAccountId account);

    /** The redemptions of a reward that were not committed in time, by (expiresAt, id); by index. */
    List<RewardRedemption> due(RewardId reward, Instant now);

    /** The rewards that have such redemptions, those that waited longest first. */
    List<RewardId> rewardsDue(Instant now, int limit);
}
