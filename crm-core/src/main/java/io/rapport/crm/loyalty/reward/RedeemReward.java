package io.rapport.crm.loyalty.reward;

import io.rapport.crm.fault.Constructible;
import io.rapport.crm.fault.Require;
import io.rapport.crm.id.Actor;
import io.rapport.crm.id.CommandKey;
import io.rapport.crm.loyalty.LoyaltyAccountId;
import io.rapport.crm.store.PayloadDigest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.Duration;

/**
 * Asks for a reward, to be set aside or redeemed at once.
 *
 * @param units how many, at least 1; one of a reward that is priced per money
 * @param points the points to be turned into money; 0 for a reward with a fixed price
 * @param ttlSeconds how long it is set aside at most; 0 for as long as the program says
 * @param facts what the host knows about the holder now; a command that is repeated may know other facts
 * @param key the caller's name for this command; the same again has no second effect
 */
public record RedeemReward(
        @NotNull @Valid RewardId reward,
        @NotNull @Valid LoyaltyAccountId account,
        @Positive long units,
        @PositiveOrZero long points,
        @PositiveOrZero long ttlSeconds,
        @NotNull @Valid AccountFacts facts,
        @NotNull @Valid CommandKey key,
        @NotNull @Valid Actor actor) {

    @Constructible(RedeemReward.class)
    public RedeemReward {
        Require.present("reward", reward);
        Require.present("account", account);
        Require.positive("units", units);
        Require.notNegative("points", points);
        Require.that(points == 0 || units == 1, "points", "are given for several units", "ask for one unit");
        Require.notNegative("ttlSeconds", ttlSeconds);
        Require.present("facts", facts);
        Require.present("key", key);
        Require.present("actor", actor);
    }

    /** One unit, for a holder of whom nothing is known, by {@link Actor#SYSTEM} unless said otherwise. */
    public static RedeemReward of(RewardId reward, LoyaltyAccountId account, CommandKey key) {
        return new RedeemReward(reward, account, 1, 0, 0, AccountFacts.NONE, key, Actor.SYSTEM);
    }

    public RedeemReward units(long number) {
        return new RedeemReward(reward, account, number, points, ttlSeconds, facts, key, actor);
    }

    /** As many points turned into money. */
    public RedeemReward points(long number) {
        return new RedeemReward(reward, account, units, number, ttlSeconds, facts, key, actor);
    }

    /** Set aside for a time of its own, in whole seconds and at least one. */
    public RedeemReward lasting(Duration ttl) {
        return new RedeemReward(
                reward, account, units, points, Require.positive("ttl", ttl.toSeconds()), facts, key, actor);
    }

    public RedeemReward knowing(AccountFacts holder) {
        return new RedeemReward(reward, account, units, points, ttlSeconds, holder, key, actor);
    }

    public RedeemReward by(Actor who) {
        return new RedeemReward(reward, account, units, points, ttlSeconds, facts, key, who);
    }

    String payload(String operation) {
        return PayloadDigest.of(operation)
                .with(reward.value())
                .with(account.value())
                .with(units)
                .with(points)
                .with(ttlSeconds)
                .with(actor.value())
                .hex();
    }
}
