package io.rapport.crm.quickstart;

import io.rapport.crm.quickstart.csv.UnreadableFileException;
import java.util.Iterator;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The rows of a file as far as it can be read: where the file breaks off the rows end, so that those before are kept. */
final class ReadableRows<R> {

    private final Iterator<R> rows;
    private Optional<UnreadableFileException> trouble = Optional.empty();

    ReadableRows(Iterator<R> rows) {
        this.rows = rows;
    }

    /** To be consumed once, in order. */
    Stream<R> stream() {
        int ordered = Spliterator.ORDERED | Spliterator.NONNULL;
        return StreamSupport.stream(
                new AbstractSpliterator<R>(Long.MAX_VALUE, ordered) {
                    @Override
                    public boolean tryAdvance(Consumer<? super R> action) {
                        Optional<R> next = next();
                        next.ifPresent(action);
                        return next.isPresent();
                    }
                },
                false);
    }

    /** Why the rest could not be read; known once the rows are consumed. */
    Optional<UnreadableFileException> trouble() {
        return trouble;
    }

    private Optional<R> next() {
        try {
            return trouble.isEmpty() && rows.hasNext() ? Optional.of(rows.next()) : Optional.empty();
        } catch (UnreadableFileException e) {
            trouble = Optional.of(e);
            return Optional.empty();
        }
    }
}
