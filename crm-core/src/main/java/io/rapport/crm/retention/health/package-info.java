/** Early warning: health scores with reasons and bands, their calibration, and the figures behind a customer. */
@NullMarked
package io.rapport.crm.retention.health;

import org.jspecify.annotations.NullMarked;
