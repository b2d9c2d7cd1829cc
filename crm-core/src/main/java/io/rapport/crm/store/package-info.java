/** The ports that a storage adapter implements, and the unit of work that holds them together. */
@NullMarked
package io.rapport.crm.store;

import org.jspecify.annotations.NullMarked;
