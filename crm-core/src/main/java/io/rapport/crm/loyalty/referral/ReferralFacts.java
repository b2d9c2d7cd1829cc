package io.rapport.crm.loyalty.referral;

import com.google.common.collect.ImmutableList;
import io.rapport.crm.customer.Customer;
import io.rapport.crm.customer.CustomerId;
import java.util.List;

/**
 * What is known when a friend is brought.
 *
 * @param brought the chain of those who brought each other, from the referrer upwards: the referrer, who brought the
 *     referrer, and so on
 */
public record ReferralFacts(Customer referrer, Customer friend, List<CustomerId> brought) {

    public ReferralFacts {
        brought = ImmutableList.copyOf(brought);
    }

    /** Only who they are. */
    @Override
    public String toString() {
        return "ReferralFacts[" + referrer.id() + ", " + friend.id() + "]";
    }
}
