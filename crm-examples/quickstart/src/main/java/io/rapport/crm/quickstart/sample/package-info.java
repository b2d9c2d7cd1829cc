/** A seeded generator of the bundled month of a fictional shop. */
@NullMarked
package io.rapport.crm.quickstart.sample;

import org.jspecify.annotations.NullMarked;
