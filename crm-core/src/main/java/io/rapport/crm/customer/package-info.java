/** Who the customers are: profile, contact points, the host's own keys for them, tags. */
@NullMarked
package io.rapport.crm.customer;

import org.jspecify.annotations.NullMarked;
