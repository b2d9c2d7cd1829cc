/** Whether customers come back and go on spending: retention, churn, repeat rate and cohorts as pure functions of plain facts. */
@NullMarked
package io.rapport.crm.retention;

import org.jspecify.annotations.NullMarked;
