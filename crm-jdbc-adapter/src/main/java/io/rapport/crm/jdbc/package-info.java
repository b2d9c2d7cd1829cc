/** Rapport's ports over plain JDBC: one store, one dialect for each database, the schema. */
@NullMarked
package io.rapport.crm.jdbc;

import org.jspecify.annotations.NullMarked;
