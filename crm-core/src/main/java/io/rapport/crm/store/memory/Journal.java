package io.rapport.crm.store.memory;

import java.util.ArrayDeque;
import java.util.Deque;

/** How to undo what the open unit of work has done so far. */
final class Journal {

    private final Deque<Runnable> undo = new ArrayDeque<>();
    private boolean open;

    void begin() {
        open = true;
    }

    /**
     * Remembers how to undo a step that is about to be taken.
     *
     * @throws IllegalStateException outside a transaction
     */
    void add(Runnable step) {
        if (!open) {
            throw new IllegalStateException("nothing can be written outside a transaction of the store");
        }
        undo.push(step);
    }

    void commit() {
        open = false;
        undo.clear();
    }

    void rollback() {
        open = false;
        while (!undo.isEmpty()) {
            undo.pop().run();
        }
    }
}
