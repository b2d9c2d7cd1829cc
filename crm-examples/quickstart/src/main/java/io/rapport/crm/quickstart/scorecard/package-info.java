/** The figures of a month as plain values, and their rendering as text. */
@NullMarked
package io.rapport.crm.quickstart.scorecard;

import org.jspecify.annotations.NullMarked;
