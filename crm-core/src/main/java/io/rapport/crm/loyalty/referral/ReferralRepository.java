package io.rapport.crm.loyalty.referral;

import io.rapport.crm.fault.AlreadyExistsException;
import io.rapport.crm.loyalty.LoyaltyAccountId;
import io.rapport.crm.store.AggregateRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where referrals are kept. Saving refuses, with {@link AlreadyExistsException} for {@code "friend"}, an account that was
 * brought before. They change only while both accounts are locked.
 */
public interface ReferralRepository extends AggregateRepository<ReferralId, Referral, ReferralEvent> {

    /** The referral by which an account was brought. */
    Optional<Referral> ofFriend(LoyaltyAccountId friend);

    /** Those whom an account brought, by (referredAt, id). */
    List<Referral> ofReferrer(LoyaltyAccountId referrer);

    /** Those that qualify or expire by an instant, the longest due first; by index. */
    List<ReferralId> due(Instant until, int limit);
}
