package io.rapport.crm.quickstart;

import io.rapport.crm.jdbc.DatabaseFailureException;
import io.rapport.crm.quickstart.InputFile.Input;
import io.rapport.crm.quickstart.csv.CsvRows;
import io.rapport.crm.quickstart.csv.UnreadableFileException;
import io.rapport.crm.quickstart.relations.CrmRelations;
import io.rapport.crm.quickstart.relations.DatabaseSettings;
import io.rapport.crm.quickstart.relations.DatabaseTroubleException;
import io.rapport.crm.quickstart.relations.Feed;
import io.rapport.crm.quickstart.relations.Relations;
import io.rapport.crm.quickstart.relations.Relations.Taken;
import io.rapport.crm.quickstart.report.HtmlReport;
import io.rapport.crm.quickstart.scorecard.ConsoleScorecard;
import io.rapport.crm.quickstart.scorecard.Scorecard;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.logging.LogManager;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command: reads a data set, takes it into the library, shows the scorecard and writes the report. */
@Command(
        name = "quickstart",
        sortOptions = false,
        usageHelpAutoWidth = true,
        description = {
            "Reads a shop's customers, orders, interactions, tickets and survey answers "
                    + "from CSV files, keeps them in a database, prints a scorecard and writes a report.",
            "Without options it uses a bundled month of a fictional shop. Running it twice changes nothing.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all good",
            "1:rows were rejected, the good ones were kept",
            "2:wrong usage",
            "3:an input file cannot be read (missing, empty, encoding, header); the other files were kept",
            "4:the database cannot be used",
            "5:the report cannot be written",
            "70:internal error"
        },
        footerHeading = "%nFiles: UTF-8, comma separated, columns in any order.%n",
        mixinStandardHelpOptions = true,
        version = "Rapport quickstart")
public final class Quickstart implements Callable<Integer> {

    private final Relations.Opener opener;
    private final Map<String, String> environment;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private final Options options = new Options();

    private ExitCode worst = ExitCode.ALL_GOOD;

    Quickstart(Relations.Opener opener, Map<String, String> environment) {
        this.opener = opener;
        this.environment = Map.copyOf(environment);
    }

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        // What a driver logs about a wrong URL would stand beside the message that says the same.
        LogManager.getLogManager().reset();
        System.exit(
                commandLine(new Quickstart(CrmRelations::open, System.getenv())).execute(arguments));
    }

    static CommandLine commandLine(Quickstart command) {
        CommandLine line = new CommandLine(command);
        Options.registerConverters(line);
        line.getCommandSpec()
                .usageMessage()
                .footer(InputFile.ALL.stream().map(InputFile::describe).toArray(String[]::new));
        line.setParameterExceptionHandler((e, arguments) -> {
            PrintWriter err = e.getCommandLine().getErr();
            err.println(e.getMessage());
            err.println("Try --help.");
            return ExitCode.WRONG_USAGE.number();
        });
        line.setExecutionExceptionHandler((e, failed, parsed) -> command.failed(e));
        return line;
    }

    @Override
    public Integer call() {
        options.check(spec.commandLine());
        DataSet data = dataSet();
        Rejections rejections = new Rejections(err());
        Scorecard scorecard;
        DatabaseSettings database = options.database(environment);
        try (Relations relations = opener.open(database, data.name())) {
            data.inputs().forEach(input -> take(input, relations, rejections));
            scorecard = relations.scorecard(data.title(), options.zone(), options.firstResponseTarget());
        } catch (DatabaseFailureException failure) {
            throw new DatabaseTroubleException(
                    database + ": the database failed" + sqlState(failure)
                            + "; whole batches were kept: run it again, or begin with a new database",
                    failure);
        }
        rejections.summarise();
        if (rejections.count() > 0) {
            atLeast(ExitCode.ROWS_REJECTED);
        }
        if (!options.quiet()) {
            out().println();
            out().print(ConsoleScorecard.render(scorecard));
        }
        options.report().ifPresent(file -> report(scorecard, file));
        out().flush();
        return worst.number();
    }

    /** The driver's own words may repeat what was to be stored. */
    private static String sqlState(DatabaseFailureException failure) {
        return failure.getCause() instanceof SQLException cause ? " with SQL state " + cause.getSQLState() : "";
    }

    private DataSet dataSet() {
        DataSet data = options.folder()
                .map(DataSet::folder)
                .or(() -> options.orders().map(file -> DataSet.orderLog(file, options.orderLog())))
                .orElseGet(DataSet::sample);
        return options.tenant().map(data::named).orElse(data);
    }

    private <R> void take(Input<R> input, Relations relations, Rejections rejections) {
        long before = rejections.count();
        try (CsvRows<R> rows = input.opener().open(rejections::add)) {
            ReadableRows<R> readable = new ReadableRows<>(rows.stream().iterator());
            Taken taken = take(input, relations, rows, readable, rejections);
            rejections.show();
            tell(input.what(), taken, rejections.count() - before);
            readable.trouble().ifPresent(this::unreadable);
        } catch (UnreadableFileException e) {
            unreadable(e);
        }
    }

    private <R> Taken take(
            Input<R> input, Relations relations, CsvRows<R> rows, ReadableRows<R> readable, Rejections rejections) {
        try (Progress.Step step = options.progress(environment).begin(input.what(), rows.lines() - 1)) {
            Stream<R> watched = readable.stream().peek(row -> step.advance());
            return input.taker().apply(relations, new Feed<>(rows.name(), watched, rejections::add));
        }
    }

    private void tell(String what, Taken taken, long rejected) {
        if (!options.quiet()) {
            out().println(String.format(
                    Locale.ROOT,
                    "%-14s %,9d stored %,9d unchanged %,9d rejected",
                    what,
                    taken.stored(),
                    taken.unchanged(),
                    rejected));
            out().flush();
        }
    }

    private void unreadable(UnreadableFileException e) {
        err().println(e.getMessage());
        atLeast(ExitCode.FILE_UNREADABLE);
    }

    private void report(Scorecard scorecard, Path file) {
        try {
            HtmlReport.write(scorecard, file);
            if (!options.quiet()) {
                out().println();
                out().println("Report: " + file.toAbsolutePath().normalize());
            }
        } catch (IOException e) {
            err().println(file + ": the report cannot be written ("
                    + e.getClass().getSimpleName() + ")");
            atLeast(ExitCode.REPORT_UNWRITABLE);
        }
    }

    /** Ends a run that cannot go on, in one line and without a stack trace. */
    private int failed(Exception e) {
        ExitCode code = ExitCode.INTERNAL_ERROR;
        if (e instanceof UnreadableFileException) {
            code = ExitCode.FILE_UNREADABLE;
            err().println(e.getMessage());
        } else if (e instanceof DatabaseTroubleException) {
            code = ExitCode.DATABASE_TROUBLE;
            err().println(e.getMessage());
        } else {
            // The message of an unforeseen error may hold personal data; its place in the code does not.
            StackTraceElement[] trace = e.getStackTrace();
            err().println("internal error: " + e.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]));
        }
        err().flush();
        return code.number();
    }

    private void atLeast(ExitCode code) {
        worst = code.compareTo(worst) > 0 ? code : worst;
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
