package io.rapport.crm.store.memory;

import io.rapport.crm.fault.AlreadyExistsException;
import io.rapport.crm.loyalty.LoyaltyAccountId;
import io.rapport.crm.loyalty.referral.Referral;
import io.rapport.crm.loyalty.referral.ReferralEvent;
import io.rapport.crm.loyalty.referral.ReferralId;
import io.rapport.crm.loyalty.referral.ReferralRepository;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The referrals of a tenant. */
final class MemoryReferrals extends MemoryAggregates<ReferralId, Referral, ReferralEvent>
        implements ReferralRepository {

    private final JournaledMap<LoyaltyAccountId, ReferralId> byFriend;
    private final JournaledMap<ReferralId, Instant> due;

    MemoryReferrals(Journal journal, MemoryEvents events) {
        super(ReferralEvent.class, journal, events);
        byFriend = new JournaledMap<>(journal);
        due = new JournaledMap<>(journal);
    }

    @Override
    public Optional<Referral> ofFriend(LoyaltyAccountId friend) {
        return byFriend.get(friend).flatMap(this::find);
    }

    @Override
    public List<Referral> ofReferrer(LoyaltyAccountId referrer) {
        return all().stream()
                .filter(one -> one.referrer().equals(referrer))
                .sorted(Comparator.comparing(Referral::referredAt)
                        .thenComparing(one -> one.id().value()))
                .toList();
    }

    @Override
    public List<ReferralId> due(Instant until, int limit) {
        return all().stream()
                .filter(one ->
                        due.get(one.id()).filter(at -> !at.isAfter(until)).isPresent())
                .sorted(Comparator.<Referral, Instant>comparing(
                                one -> due.get(one.id()).orElseThrow())
                        .thenComparing(one -> one.id().value()))
                .limit(limit)
                .map(Referral::id)
                .toList();
    }

    @Override
    void requireUnique(Referral next) {
        byFriend.get(next.friend()).filter(holder -> !holder.equals(next.id())).ifPresent(holder -> {
            throw new AlreadyExistsException("friend", holder.toString());
        });
    }

    @Override
    Referral saved(Referral referral) {
        return referral.saved();
    }

    @Override
    void index(Optional<Referral> before, Referral after) {
        byFriend.put(after.friend(), after.id());
        after.dueAt().ifPresentOrElse(at -> due.put(after.id(), at), () -> due.remove(after.id()));
    }
}
