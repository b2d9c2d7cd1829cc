/** Which tier of a program a customer is in, what it brings, and what is missing for the next one: pure functions. */
@NullMarked
package io.rapport.crm.loyalty.tier;

import org.jspecify.annotations.NullMarked;
