/** Public holidays of countries and regions from the Jollyday library, which a host adds if it wants them. */
@NullMarked
package io.rapport.crm.calendar.jollyday;

import org.jspecify.annotations.NullMarked;
