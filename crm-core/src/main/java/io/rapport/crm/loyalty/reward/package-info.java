/** What points buy: rewards with a stock and limits, their redemptions, and coupon codes. */
@NullMarked
package io.rapport.crm.loyalty.reward;

import org.jspecify.annotations.NullMarked;
