package io.rapport.crm.quickstart;

import io.rapport.crm.quickstart.csv.RejectedRow;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The readable rows of one file on their way into the library.
 *
 * @param file the name to use in refusals
 * @param rows in the order of the file, to be consumed once; throws UnreadableFileException when the rest cannot be read
 * @param rejected to be told of each row that the library refuses
 */
record Feed<R>(String file, Stream<R> rows, Consumer<RejectedRow> rejected) {}
