/** The store in memory: for tests, for trying things out, and as the model of what other adapters must do. */
@NullMarked
package io.rapport.crm.store.memory;

import org.jspecify.annotations.NullMarked;
