package io.rapport.crm.quickstart;

import io.rapport.crm.quickstart.csv.UnreadableFileException;
import io.rapport.crm.quickstart.input.OrderLog;
import io.rapport.crm.quickstart.relations.DatabaseSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/** The options of the command. */
final class Options {

    static final String PASSWORD_VARIABLE = "CRM_DB_PASSWORD";

    /**
     * Written at each commit. By default H2 writes from a thread of its own, while rows come in; a process that is killed
     * then can leave a file whose indexes and rows do not agree.
     */
    private static final String EMBEDDED = "jdbc:h2:file:./target/quickstart-db;WRITE_DELAY=0;QUERY_CACHE_SIZE=128";

    private static final String EMBEDDED_USER = "sa";
    private static final Path REPORT = Path.of("target", "report.html");

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folder with the files listed below; any may be absent.")
    private @Nullable Path data;

    @Option(
            names = "--orders",
            paramLabel = "FILE",
            description = "A bare order log: a customer, a date and an amount in each row, other columns are ignored.")
    private @Nullable Path orders;

    @Option(
            names = "--orders-customer-column",
            paramLabel = "NAME",
            description = "Column of the customer in --orders (default: customer_id, customer or user_id).")
    private @Nullable String customerColumn;

    @Option(
            names = "--orders-date-column",
            paramLabel = "NAME",
            description = "Column of the date or instant in --orders (default: date, order_date or ordered_at).")
    private @Nullable String dateColumn;

    @Option(
            names = "--orders-amount-column",
            paramLabel = "NAME",
            description = "Column of the amount in --orders (default: amount, total or dollars).")
    private @Nullable String amountColumn;

    @Option(
            names = "--currency",
            paramLabel = "CODE",
            description = "Currency of the amounts in --orders (default: USD).")
    private @Nullable CurrencyUnit currency;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            defaultValue = "UTC",
            description = "Time zone in which days, months and quarters begin (default: ${DEFAULT-VALUE}).")
    private ZoneId zone = ZoneId.of("UTC");

    @Option(
            names = "--first-response-target",
            paramLabel = "DURATION",
            defaultValue = "PT8H",
            description = {
                "Elapsed time within which tickets should be answered",
                "(default: ${DEFAULT-VALUE}, which is 8 hours around the clock)."
            })
    private Duration firstResponseTarget = Duration.ofHours(8);

    @Option(
            names = "--db",
            paramLabel = "URL",
            description = "JDBC URL of an H2 or PostgreSQL database (default: an H2 file under target/).")
    private @Nullable String url;

    @Option(names = "--db-user", paramLabel = "NAME", description = "User of the database.")
    private @Nullable String user;

    @Option(
            names = "--db-password-file",
            paramLabel = "FILE",
            description = {
                "File whose first line is the password of the database.",
                "Without it the environment variable " + PASSWORD_VARIABLE + " is used."
            })
    private @Nullable Path passwordFile;

    @Option(
            names = "--tenant",
            paramLabel = "NAME",
            description = {
                "Keeps data sets apart in one database",
                "(default: sample-month, or the name of the folder or file)."
            })
    private @Nullable String tenant;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Where to write the report (default: target/report.html).")
    private @Nullable Path report;

    @Option(names = "--no-report", description = "Write no report.")
    private boolean noReport;

    @Option(names = "--quiet", description = "Print errors only.")
    private boolean quiet;

    static void registerConverters(CommandLine line) {
        line.registerConverter(CurrencyUnit.class, code -> {
            try {
                return CurrencyUnit.of(code);
            } catch (IllegalCurrencyException e) {
                throw new TypeConversionException("give a currency code such as EUR");
            }
        });
        line.registerConverter(Duration.class, text -> {
            try {
                return Duration.parse(text);
            } catch (DateTimeException e) {
                throw new TypeConversionException("give a time such as PT8H or PT30M");
            }
        });
        line.registerConverter(ZoneId.class, id -> {
            try {
                return ZoneId.of(id);
            } catch (DateTimeException e) {
                throw new TypeConversionException("give a time zone such as UTC or Europe/Berlin");
            }
        });
    }

    /** Refuses options that contradict each other. */
    void check(CommandLine line) {
        refuseIf(data != null && orders != null, line, "give --data or --orders, not both");
        boolean logOptions = customerColumn != null || dateColumn != null || amountColumn != null || currency != null;
        refuseIf(logOptions && orders == null, line, "--currency and --orders-...-column belong to --orders");
        OrderLog log = orderLog();
        long columns = Stream.of(log.customerColumns(), log.dateColumns(), log.amountColumns())
                .map(names -> names.get(0))
                .distinct()
                .count();
        refuseIf(columns < 3, line, "the columns of customer, date and amount have to differ");
        refuseIf(
                firstResponseTarget.isNegative() || firstResponseTarget.isZero(),
                line,
                "--first-response-target takes a time above 0, such as PT8H or PT30M");
        refuseIf(noReport && report != null, line, "give --report or --no-report, not both");
        refuseIf(
                tenant != null && (tenant.isBlank() || tenant.length() > 64),
                line,
                "--tenant takes 1 to 64 characters");
    }

    Optional<Path> folder() {
        return Optional.ofNullable(data);
    }

    Optional<Path> orders() {
        return Optional.ofNullable(orders);
    }

    OrderLog orderLog() {
        return new OrderLog(
                names(customerColumn, "customer_id", "customer", "user_id"),
                names(dateColumn, "date", "order_date", "ordered_at"),
                names(amountColumn, "amount", "total", "dollars"),
                Optional.ofNullable(currency).orElse(CurrencyUnit.USD),
                zone);
    }

    ZoneId zone() {
        return zone;
    }

    Duration firstResponseTarget() {
        return firstResponseTarget;
    }

    Optional<String> tenant() {
        return Optional.ofNullable(tenant);
    }

    DatabaseSettings database(Map<String, String> environment) {
        return new DatabaseSettings(
                Optional.ofNullable(url).orElse(EMBEDDED),
                Optional.ofNullable(user).orElse(url == null ? EMBEDDED_USER : ""),
                password(environment));
    }

    Optional<Path> report() {
        return noReport ? Optional.empty() : Optional.of(report == null ? REPORT : report);
    }

    boolean quiet() {
        return quiet;
    }

    Progress progress(Map<String, String> environment) {
        boolean shown = !quiet && Progress.somebodyWatches(environment.getOrDefault("TERM", ""));
        return shown ? Progress.shownOn(System.err) : Progress.hidden();
    }

    private String password(Map<String, String> environment) {
        if (passwordFile == null) {
            return environment.getOrDefault(PASSWORD_VARIABLE, "");
        }
        try (var lines = Files.lines(passwordFile)) {
            return lines.findFirst().orElse("");
        } catch (IOException | UncheckedIOException e) {
            throw new UnreadableFileException(passwordFile.toString(), "cannot be read");
        }
    }

    private static List<String> names(@Nullable String chosen, String... usual) {
        return chosen == null ? List.of(usual) : List.of(chosen);
    }

    private static void refuseIf(boolean wrong, CommandLine line, String message) {
        if (wrong) {
            throw new ParameterException(line, message);
        }
    }
}
