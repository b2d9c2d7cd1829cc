package io.rapport.crm.quickstart.relations;

import io.rapport.crm.imports.ImportListener;
import io.rapport.crm.imports.ImportProgress;
import io.rapport.crm.imports.ImportRow;
import io.rapport.crm.imports.Rejection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * One file on its way through the importer: tells of rejected rows in the words of the file, and hands on the rows of
 * each batch that are stored, once they are.
 */
final class Intake<R> implements ImportListener {

    private static final int LONGEST_SOURCE = 200;

    private final Feed<R> feed;
    private final ToLongFunction<R> line;
    private final Map<String, String> columns;
    private final Consumer<List<R>> afterwards;
    private final List<R> batch = new ArrayList<>();
    private final Set<Long> rejectedLines = new HashSet<>();

    /**
     * An intake of one file.
     *
     * @param columns the file's columns for fields of the library that are called otherwise
     * @param afterwards what is to be done with the rows that are stored
     */
    Intake(Feed<R> feed, ToLongFunction<R> line, Map<String, String> columns, Consumer<List<R>> afterwards) {
        this.feed = feed;
        this.line = line;
        this.columns = columns;
        this.afterwards = afterwards;
    }

    <T> Stream<ImportRow<T>> rows(Function<R, T> translation) {
        return feed.rows().map(row -> row(row, translation));
    }

    <T> ImportRow<T> row(R row, Function<R, T> translation) {
        return ImportRow.of(source(), line.applyAsLong(row), () -> {
            batch.add(row);
            return translation.apply(row);
        });
    }

    @Override
    public void rejected(Rejection rejection) {
        rejectedLines.add(rejection.line());
        feed.reject(rejection.line(), column(rejection.field()), rejection.reason());
    }

    @Override
    public void progress(ImportProgress progress) {
        List<R> stored = batch.stream()
                .filter(row -> !rejectedLines.contains(line.applyAsLong(row)))
                .toList();
        batch.clear();
        rejectedLines.clear();
        afterwards.accept(stored);
    }

    /** The columns are called like the fields, in the other spelling, except for a few. */
    private String column(String field) {
        String other = columns.get(field);
        return other != null
                ? other
                : field.replaceAll("\\[.*", "").replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    /** The name of the file without its folders. */
    private String source() {
        String name = feed.file()
                .substring(Math.max(feed.file().lastIndexOf('/'), feed.file().lastIndexOf('\\')) + 1);
        return name.length() <= LONGEST_SOURCE ? name : name.substring(0, LONGEST_SOURCE);
    }
}
