/** The same figures as one self-contained HTML page with hand-made SVG plots. */
@NullMarked
package io.rapport.crm.quickstart.report;

import org.jspecify.annotations.NullMarked;
