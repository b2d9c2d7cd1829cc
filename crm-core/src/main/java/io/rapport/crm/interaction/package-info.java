/** What was said: service, sales, marketing and feedback contacts with customers on every channel. */
@NullMarked
package io.rapport.crm.interaction;

import org.jspecify.annotations.NullMarked;
