package io.rapport.crm.loyalty.referral;

import io.rapport.crm.customer.ContactKey;
import io.rapport.crm.customer.ContactPoint;
import io.rapport.crm.customer.Customer;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Decides whether somebody may be brought; hosts add their own. Implementations are stateless and thread-safe. */
@FunctionalInterface
public interface ReferralCheck {

    /**
     * Looks at a referral before it is made.
     *
     * @return a short code of the reason to refuse it, without personal data; empty if there is none
     */
    Optional<String> refuses(ReferralFacts facts);

    /** Refuses that somebody brings themselves. */
    static ReferralCheck self() {
        return facts -> reason(facts.referrer().id().equals(facts.friend().id()), "self-referral");
    }

    /** Refuses a friend who has an e-mail address, telephone number or external id of the referrer. */
    static ReferralCheck duplicateIdentity() {
        return facts -> reason(
                !Collections.disjoint(keys(facts.referrer()), keys(facts.friend()))
                        || !Collections.disjoint(
                                facts.referrer().externalIds(), facts.friend().externalIds()),
                "duplicate-identity");
    }

    /**
     * Refuses a friend who brought the referrer, or who brought somebody who did, and so on. A ring of four or more
     * customers whose referrals are made at the same instant may pass, since only the two accounts are locked.
     */
    static ReferralCheck cycle() {
        return facts -> reason(facts.brought().contains(facts.friend().id()), "cycle");
    }

    /** Those above, in this order. */
    static List<ReferralCheck> standard() {
        return List.of(self(), duplicateIdentity(), cycle());
    }

    private static Optional<String> reason(boolean refused, String code) {
        return refused ? Optional.of(code) : Optional.empty();
    }

    private static Set<ContactKey> keys(Customer customer) {
        return customer.contactPoints().stream()
                .map(ContactPoint::key)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }
}
