/** How the ports are kept in tables. Not API. */
@NullMarked
package io.rapport.crm.jdbc.internal;

import org.jspecify.annotations.NullMarked;
