/** Streaming, typed reading of CSV files, with every refusal naming file, line and column. */
@NullMarked
package io.rapport.crm.quickstart.csv;

import org.jspecify.annotations.NullMarked;
