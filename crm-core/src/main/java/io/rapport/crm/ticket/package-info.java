/** What went wrong, and how it was put right: support requests, complaints and returns. */
@NullMarked
package io.rapport.crm.ticket;

import org.jspecify.annotations.NullMarked;
