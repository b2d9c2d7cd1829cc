/** Returns and refunds: what customers send back, line by line, and what they get for it. */
@NullMarked
package io.rapport.crm.ticket.returns;

import org.jspecify.annotations.NullMarked;
