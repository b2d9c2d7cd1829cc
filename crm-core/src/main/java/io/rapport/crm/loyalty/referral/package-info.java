/** Customers who bring friends: referrals, paid once the order cannot be returned. */
@NullMarked
package io.rapport.crm.loyalty.referral;

import org.jspecify.annotations.NullMarked;
