/** Business time: working hours, holidays and business days in one time zone, and arithmetic over any span of them. */
@NullMarked
package io.rapport.crm.calendar;

import org.jspecify.annotations.NullMarked;
