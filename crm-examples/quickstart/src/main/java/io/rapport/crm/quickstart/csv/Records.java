package io.rapport.crm.quickstart.csv;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The raw records of an open source, with the parser's troubles said in the words of the user's file. */
final class Records implements AutoCloseable {

    private final CsvSource source;
    private final CloseableIterator<CsvRecord> records;
    private long nextLine = 1;

    Records(CsvSource source) {
        this.source = source;
        this.records = CsvReader.builder()
                .detectBomHeader(true)
                .skipEmptyLines(true)
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(source.open(), StandardCharsets.UTF_8)
                .iterator();
    }

    Optional<CsvRecord> next() {
        try {
            if (!records.hasNext()) {
                return Optional.empty();
            }
            CsvRecord record = records.next();
            nextLine = record.getStartingLineNumber() + 1 + lineBreaksIn(record);
            return Optional.of(record);
        } catch (CsvParseException e) {
            throw new UnreadableFileException(
                    source.name(),
                    nextLine,
                    "a double quote is not closed or not doubled; nothing from here on was read");
        } catch (UncheckedIOException e) {
            throw source.failed();
        }
    }

    @Override
    public void close() {
        try {
            records.close();
        } catch (IOException e) {
            throw source.failed();
        }
    }

    private static long lineBreaksIn(CsvRecord record) {
        long breaks = 0;
        for (int i = 0; i < record.getFieldCount(); i++) {
            String field = record.getField(i);
            for (int at = field.indexOf('\n'); at >= 0; at = field.indexOf('\n', at + 1)) {
                breaks++;
            }
        }
        return breaks;
    }
}
