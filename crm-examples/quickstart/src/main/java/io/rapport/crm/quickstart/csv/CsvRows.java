package io.rapport.crm.quickstart.csv;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The rows of one open file: commas, double quotes, UTF-8 with or without a byte order mark; empty lines are skipped.
 * Not thread-safe; to be read once and closed.
 */
public final class CsvRows<R> implements AutoCloseable {

    private final CsvLayout<R> layout;
    private final String name;
    private final long lines;
    private final Records records;
    private final Header header;
    private final Consumer<RejectedRow> rejected;

    private CsvRows(
            CsvLayout<R> layout,
            String name,
            long lines,
            Records records,
            Header header,
            Consumer<RejectedRow> rejected) {
        this.layout = layout;
        this.name = name;
        this.lines = lines;
        this.records = records;
        this.header = header;
        this.rejected = rejected;
    }

    static <R> CsvRows<R> open(CsvLayout<R> layout, CsvSource source, Consumer<RejectedRow> rejected) {
        long lines = Utf8Check.countLines(source);
        Records records = new Records(source);
        try {
            CsvRecord first = records.next()
                    .orElseThrow(() -> new UnreadableFileException(
                            source.name(), "is empty; its first line has to name the columns"));
            Header header = Header.read(source.name(), first, layout.columns(), layout.othersIgnored());
            return new CsvRows<>(layout, source.name(), lines, records, header, rejected);
        } catch (UnreadableFileException e) {
            records.close();
            throw e;
        }
    }

    /** The name of the file, as it stands in messages. */
    public String name() {
        return name;
    }

    /** How many lines the file has, the header included: what a progress bar counts up to. */
    public long lines() {
        return lines;
    }

    /**
     * The rows that can be used, in the order of the file. Closing the stream closes the file.
     *
     * @throws UnreadableFileException from the stream, when the rest of the file cannot be read
     */
    public Stream<R> stream() {
        int ordered = Spliterator.ORDERED | Spliterator.NONNULL;
        return StreamSupport.stream(
                        new AbstractSpliterator<R>(Long.MAX_VALUE, ordered) {
                            @Override
                            public boolean tryAdvance(Consumer<? super R> action) {
                                Optional<R> next = nextGood();
                                next.ifPresent(action);
                                return next.isPresent();
                            }
                        },
                        false)
                .onClose(this::close);
    }

    @Override
    public void close() {
        records.close();
    }

    private Optional<R> nextGood() {
        Optional<CsvRecord> record = records.next();
        while (record.isPresent()) {
            Optional<R> good = read(new Row(header, record.get()));
            if (good.isPresent()) {
                return good;
            }
            record = records.next();
        }
        return Optional.empty();
    }

    private Optional<R> read(Row row) {
        try {
            row.checkWidth();
            return Optional.of(layout.toRecord().apply(row));
        } catch (Row.Refusal refusal) {
            rejected.accept(refusal.in(name, row.line()));
            return Optional.empty();
        }
    }
}
