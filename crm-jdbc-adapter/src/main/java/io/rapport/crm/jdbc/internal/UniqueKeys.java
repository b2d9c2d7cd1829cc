package io.rapport.crm.jdbc.internal;

import java.sql.SQLException;
import java.util.Locale;
import java.util.regex.Pattern;

/** Which unique key a refused statement hit. Databases tell it in the text of the refusal, by constraint or table. */
final class UniqueKeys {

    /** Behind this, a refusal repeats the row's own values. */
    private static final Pattern VALUES = Pattern.compile(" values \\(|detail:");

    private UniqueKeys() {}

    /**
     * Whether it was a key of a certain name.
     *
     * @param name a part of the name of the constraint or table that nothing else in the statement has
     */
    static boolean named(SQLException violation, String name) {
        String message = String.valueOf(violation.getMessage()).toLowerCase(Locale.ROOT);
        return VALUES.split(message, 2)[0].contains(name);
    }
}
