/** How long customers stay: Kaplan-Meier, Nelson-Aalen, log-rank and the restricted mean as pure functions of plain facts. */
@NullMarked
package io.rapport.crm.retention.survival;

import org.jspecify.annotations.NullMarked;
