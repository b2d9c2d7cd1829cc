package io.rapport.crm.imports;

import io.rapport.crm.fault.InvalidInputException;
import io.rapport.crm.fault.Require;
import java.util.function.Supplier;

/**
 * A row of a source and how to read it.
 *
 * @param source the name of the file or table, at most 200 characters, as reports should show it
 * @param line its number there, from 1
 * @param value makes the row's value; called once, by the importer. An {@link InvalidInputException} from it rejects this
 *     row and no other; anything else it throws ends the import
 */
public record ImportRow<T>(String source, long line, Supplier<T> value) {

    public ImportRow {
        Require.text("source", source, 200);
        Require.positive("line", line);
        Require.present("value", value);
    }

    public static <T> ImportRow<T> of(String source, long line, Supplier<T> value) {
        return new ImportRow<>(source, line, value);
    }
}
