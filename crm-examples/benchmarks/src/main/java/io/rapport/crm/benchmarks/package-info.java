/** What the library costs, side by side with what a user would write or pick instead. */
@NullMarked
package io.rapport.crm.benchmarks;

import org.jspecify.annotations.NullMarked;
