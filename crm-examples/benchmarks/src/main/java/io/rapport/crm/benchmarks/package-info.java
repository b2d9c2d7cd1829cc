/** JMH benchmarks, each side by side with what a user would pick instead. Read the ratios, not the figures. */
@NullMarked
package io.rapport.crm.benchmarks;

import org.jspecify.annotations.NullMarked;
