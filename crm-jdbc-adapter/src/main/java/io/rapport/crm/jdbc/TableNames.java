package io.rapport.crm.jdbc;

import io.rapport.crm.fault.Require;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the tables are called: {@code schema.prefix_customer} and so on. Used by the schema scripts, by every query and
 * by validation alike.
 *
 * @param schema the database schema; empty for the connection's own
 * @param prefix what every table's name begins with
 */
public record TableNames(Optional<String> schema, String prefix) {

    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,29}");
    private static final Pattern TABLE = Pattern.compile("\\{([a-z_]+)}");

    public TableNames {
        Require.present("schema", schema).ifPresent(name -> requireIdentifier("schema", name));
        requireIdentifier("prefix", prefix);
    }

    /** {@code crm_} in the connection's own schema. */
    public static TableNames standard() {
        return new TableNames(Optional.empty(), "crm_");
    }

    public TableNames inSchema(String name) {
        return new TableNames(Optional.of(name), prefix);
    }

    public TableNames withPrefix(String start) {
        return new TableNames(schema, start);
    }

    /** The full name of a table. */
    public String table(String name) {
        return qualifier() + prefix + name;
    }

    /** SQL with every <code>{name}</code> replaced by that table's full name. */
    public String expand(String sql) {
        return TABLE.matcher(sql).replaceAll(match -> Matcher.quoteReplacement(table(match.group(1))));
    }

    String qualifier() {
        return schema.map(name -> name + ".").orElse("");
    }

    private static void requireIdentifier(String field, String name) {
        Require.that(
                IDENTIFIER.matcher(Require.present(field, name)).matches(),
                field,
                "is not a plain SQL identifier",
                "give at most 30 letters, digits and underscores, not beginning with a digit");
    }
}
