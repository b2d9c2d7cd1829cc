/** Whether customers come back and go on spending: retention, churn, cohorts as pure functions of plain facts. */
@NullMarked
package io.rapport.crm.retention;

import org.jspecify.annotations.NullMarked;
