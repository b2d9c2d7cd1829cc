/** The files the quickstart reads: their columns, and one record per row. */
@NullMarked
package io.rapport.crm.quickstart.input;

import org.jspecify.annotations.NullMarked;
