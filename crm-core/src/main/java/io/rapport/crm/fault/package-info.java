/** The typed refusals of the library. Each says which field or aggregate, what is wrong, and the way out. */
@NullMarked
package io.rapport.crm.fault;

import org.jspecify.annotations.NullMarked;
