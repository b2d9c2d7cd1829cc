package io.rapport.crm.loyalty.referral;

import io.rapport.crm.fault.NotFoundException;
import io.rapport.crm.id.Actor;
import io.rapport.crm.id.CommandKey;
import io.rapport.crm.loyalty.EarnPoints;
import io.rapport.crm.loyalty.EarnTerms;
import io.rapport.crm.loyalty.LoyaltyAccountId;
import io.rapport.crm.loyalty.LoyaltyAccounts;
import io.rapport.crm.loyalty.LoyaltyRepository;
import io.rapport.crm.loyalty.RefundOrder;
import io.rapport.crm.store.UnitOfWork;
import io.rapport.crm.store.Workspace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Moves one referral while both of its accounts are locked: what fell due on it is done first. */
final class ReferralPayer {

    private final Instant now;
    private final LoyaltyAccounts ledger;
    private Referral referral;

    ReferralPayer(Workspace workspace, Referral locked) {
        now = workspace.now();
        ledger = new LoyaltyAccounts(workspace);
        referral = locked;
        if (locked.dueAt().filter(due -> !due.isAfter(now)).isPresent()) {
            settle();
        }
    }

    /** Locks both accounts in the order of their ids, so that two units of work never wait for each other. */
    static void lock(UnitOfWork unit, LoyaltyAccountId one, LoyaltyAccountId other) {
        Stream.of(one, other)
                .distinct()
                .sorted((left, right) -> left.value().compareTo(right.value()))
                .forEach(id -> lock(unit.repository(LoyaltyRepository.class), id));
    }

    /** An account, who brought it, who brought that, and so on. */
    static List<LoyaltyAccountId> chain(UnitOfWork unit, LoyaltyAccountId from) {
        List<LoyaltyAccountId> chain = new ArrayList<>();
        Optional<LoyaltyAccountId> next = Optional.of(from);
        while (next.filter(id -> !chain.contains(id)).isPresent()) {
            LoyaltyAccountId id = next.orElseThrow();
            chain.add(id);
            next = unit.repository(ReferralRepository.class).ofFriend(id).map(Referral::referrer);
        }
        return chain;
    }

    private static void lock(LoyaltyRepository accounts, LoyaltyAccountId id) {
        if (accounts.lock(id, Optional.empty(), 1).isEmpty()) {
            throw new NotFoundException(id);
        }
    }

    Referral referral() {
        return referral;
    }

    Referral paid(String order, Instant paidAt, Actor actor) {
        referral = referral.pay(order, paidAt, actor, now);
        if (referral.dueAt().filter(due -> !due.isAfter(now)).isPresent()) {
            settle();
        }
        return referral;
    }

    Referral refunded(String order, Actor actor) {
        if (!referral.counts(order)) {
            return referral;
        }
        if (referral.status() == ReferralStatus.PENDING) {
            referral = referral.forgetOrder(actor, now);
        } else if (referral.status() == ReferralStatus.QUALIFIED) {
            takeBack(referral.referrer(), referral.terms().referrerPoints(), "referrer", actor);
            takeBack(referral.friend(), referral.terms().friendPoints(), "friend", actor);
            referral = referral.reverse(actor, now);
        }
        return referral;
    }

    private void settle() {
        if (referral.order().isPresent()) {
            earn(referral.referrer(), referral.terms().referrerPoints(), "referrer");
            earn(referral.friend(), referral.terms().friendPoints(), "friend");
            referral = referral.qualify(now);
        } else {
            referral = referral.expire(now);
        }
    }

    private void earn(LoyaltyAccountId account, long points, String side) {
        if (points > 0) {
            EarnTerms terms = EarnTerms.STANDARD.notQualifying().forOrder(bonus(), points);
            ledger.earn(EarnPoints.of(account, points, CommandKey.of(referral.key(side)))
                    .because("referral")
                    .on(terms));
        }
    }

    private void takeBack(LoyaltyAccountId account, long points, String side, Actor actor) {
        if (points > 0) {
            ledger.refund(RefundOrder.whole(account, bonus(), CommandKey.of(referral.key(side + ":reverse")))
                    .because("referral")
                    .by(actor));
        }
    }

    /** What both bonuses were earned on, in place of an order. */
    private String bonus() {
        return "ref:" + referral.id().value();
    }
}
