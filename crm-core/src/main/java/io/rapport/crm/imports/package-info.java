/** Bulk import of what the host already has: rows with line numbers go in, counts and rejected rows come out. */
@NullMarked
package io.rapport.crm.imports;

import org.jspecify.annotations.NullMarked;
