/** A small application over the library: from a shop's CSV files to a scorecard and a report. */
@NullMarked
package io.rapport.crm.quickstart;

import org.jspecify.annotations.NullMarked;
