/** Households: customers who earn points into one account and spend them together. */
@NullMarked
package io.rapport.crm.loyalty.household;

import org.jspecify.annotations.NullMarked;
