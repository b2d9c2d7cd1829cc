/** Identities that every room shares: tenants, typed aggregate ids, the host's own keys, command keys. */
@NullMarked
package io.rapport.crm.id;

import org.jspecify.annotations.NullMarked;
