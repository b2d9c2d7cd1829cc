/** Customers who bring friends: referrals, and points that a household keeps together. */
@NullMarked
package io.rapport.crm.loyalty.referral;

import org.jspecify.annotations.NullMarked;
