/** Who bought lately, often and much: RFM values, scores by every usual rule, and segments. */
@NullMarked
package io.rapport.crm.retention.rfm;

import org.jspecify.annotations.NullMarked;
