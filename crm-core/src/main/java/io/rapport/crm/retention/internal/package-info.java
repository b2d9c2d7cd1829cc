/** Arithmetic and tables that the rooms of retention share; not for use from outside. */
@NullMarked
package io.rapport.crm.retention.internal;

import org.jspecify.annotations.NullMarked;
