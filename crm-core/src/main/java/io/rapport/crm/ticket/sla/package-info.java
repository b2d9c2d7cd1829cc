/**
 * Service levels: what was promised, and whether it was kept. Clocks are pure functions of what happened, the agreement
 * and the calendar, never of when somebody looked.
 */
@NullMarked
package io.rapport.crm.ticket.sla;

import org.jspecify.annotations.NullMarked;
