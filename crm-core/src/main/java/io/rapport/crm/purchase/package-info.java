/** What they bought: the host's orders kept as facts, feeding loyalty and retention. */
@NullMarked
package io.rapport.crm.purchase;

import org.jspecify.annotations.NullMarked;
