/** Where the files meet the library: rows go in through its importer, figures come out of its rooms. */
@NullMarked
package io.rapport.crm.quickstart.relations;

import org.jspecify.annotations.NullMarked;
