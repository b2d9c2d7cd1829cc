package io.rapport.crm.loyalty;

import io.rapport.crm.customer.CustomerId;
import java.time.Instant;

/**
 * An account with points that expire soon, for outreach.
 *
 * @param first when the first of them expire
 * @param points how many in all
 */
public record ExpiringAccount(LoyaltyAccountId account, CustomerId customer, Instant first, long points) {}
