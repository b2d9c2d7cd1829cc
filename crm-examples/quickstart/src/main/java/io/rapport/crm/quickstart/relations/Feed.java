package io.rapport.crm.quickstart.relations;

import io.rapport.crm.quickstart.csv.RejectedRow;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The readable rows of one file on their way into the library.
 *
 * @param file the name to use in refusals
 * @param rows in the order of the file, to be consumed once
 * @param rejected to be told of each row that the library refuses
 */
public record Feed<R>(String file, Stream<R> rows, Consumer<RejectedRow> rejected) {

    void reject(long line, String column, String reason) {
        rejected.accept(new RejectedRow(file, line, column, reason));
    }
}
