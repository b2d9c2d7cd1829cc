/** The way in: {@link io.rapport.crm.Crm} gives every room's service over one store. */
@NullMarked
package io.rapport.crm;

import org.jspecify.annotations.NullMarked;
