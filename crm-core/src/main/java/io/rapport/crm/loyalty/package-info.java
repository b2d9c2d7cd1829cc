/** What loyal customers earn and spend: accounts of programs, and the ledger of their points. */
@NullMarked
package io.rapport.crm.loyalty;

import org.jspecify.annotations.NullMarked;
