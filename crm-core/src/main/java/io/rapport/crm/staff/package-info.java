/** The people who serve: employees, skills, training and certification, who is ready for what, and who gets which work. */
@NullMarked
package io.rapport.crm.staff;

import org.jspecify.annotations.NullMarked;
