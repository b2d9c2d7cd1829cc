package io.rapport.crm.quickstart.csv;

import java.util.function.Function;

/**
 * How the text of a cell becomes a value. The function throws {@link BadValueException} for text it refuses.
 *
 * @param expects what a cell has to hold, as shown in the help and in refusals, for example {@code "text"}
 * @param parse called with text that is neither blank nor padded
 */
public record ValueType<T>(String expects, Function<String, T> parse) {}
