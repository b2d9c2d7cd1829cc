/** How long customers stay: Kaplan-Meier, Nelson-Aalen, log-rank and restricted mean, as pure functions. */
@NullMarked
package io.rapport.crm.retention.survival;

import org.jspecify.annotations.NullMarked;
