package io.rapport.crm.store.memory;

import io.rapport.crm.loyalty.LoyaltyAccountId;
import io.rapport.crm.loyalty.reward.RedemptionStatus;
import io.rapport.crm.loyalty.reward.RewardId;
import io.rapport.crm.loyalty.reward.RewardRedemption;
import io.rapport.crm.loyalty.reward.RewardRedemptionEvent;
import io.rapport.crm.loyalty.reward.RewardRedemptionId;
import io.rapport.crm.loyalty.reward.RewardRedemptionRepository;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The redemptions of a tenant's rewards. */
final class MemoryRewardRedemptions
        extends MemoryAggregates<RewardRedemptionId, RewardRedemption, RewardRedemptionEvent>
        implements RewardRedemptionRepository {

    private final JournaledMap<LoyaltyAccountId, List<RewardRedemptionId>> byAccount;
    private final JournaledMap<RewardRedemptionId, RewardRedemption> reserved;

    MemoryRewardRedemptions(Journal journal, MemoryEvents events) {
        super(RewardRedemptionEvent.class, journal, events);
        byAccount = new JournaledMap<>(journal);
        reserved = new JournaledMap<>(journal);
    }

    @Override
    public List<RewardRedemption> ofAccount(LoyaltyAccountId account) {
        return of(account)
                .sorted(Comparator.comparing(RewardRedemption::reservedAt)
                        .thenComparing(one -> one.id().value()))
                .toList();
    }

    @Override
    public long taken(RewardId reward, LoyaltyAccountId account) {
        return of(account)
                .filter(one -> one.reward().equals(reward) && one.counts())
                .mapToLong(RewardRedemption::open)
                .sum();
    }

    @Override
    public List<RewardRedemption> due(RewardId reward, Instant now) {
        return due(now).filter(one -> one.reward().equals(reward)).toList();
    }

    @Override
    public List<RewardId> rewardsDue(Instant now, int limit) {
        return due(now).map(RewardRedemption::reward).distinct().limit(limit).toList();
    }

    @Override
    void requireUnique(RewardRedemption next) {
        // nothing of it is unique but its id
    }

    @Override
    RewardRedemption saved(RewardRedemption redemption) {
        return redemption.saved();
    }

    @Override
    void index(Optional<RewardRedemption> before, RewardRedemption after) {
        if (after.status() == RedemptionStatus.RESERVED) {
            reserved.put(after.id(), after);
        } else {
            reserved.remove(after.id());
        }
        if (before.isEmpty()) {
            List<RewardRedemptionId> earlier = byAccount.get(after.account()).orElse(List.of());
            byAccount.put(
                    after.account(),
                    Stream.concat(earlier.stream(), Stream.of(after.id())).toList());
        }
    }

    private Stream<RewardRedemption> of(LoyaltyAccountId account) {
        return byAccount.get(account).orElse(List.of()).stream().map(this::find).flatMap(Optional::stream);
    }

    private Stream<RewardRedemption> due(Instant now) {
        return reserved.values().stream()
                .filter(one -> !one.expiresAt().isAfter(now))
                .sorted(Comparator.comparing(RewardRedemption::expiresAt)
                        .thenComparing(one -> one.id().value()));
    }
}
