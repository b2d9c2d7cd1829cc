/** What customers say about us: CSAT and NPS scores as pure functions of counts, with intervals and change tests. */
@NullMarked
package io.rapport.crm.satisfaction;

import org.jspecify.annotations.NullMarked;
