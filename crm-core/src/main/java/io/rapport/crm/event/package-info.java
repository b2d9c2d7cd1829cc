/** What happened: domain events, aggregates folded from them, listeners and the outbox. */
@NullMarked
package io.rapport.crm.event;

import org.jspecify.annotations.NullMarked;
