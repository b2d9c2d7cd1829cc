package io.rapport.crm.benchmarks;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs {@link BusinessTimeBenchmark} with the options of JMH's command line, and prints how many times slower walking is. */
public final class BusinessTimeRatios {

    private static final String CALENDAR = "ByCalendar";
    private static final String WALKING = "ByWalking";

    private BusinessTimeRatios() {}

    public static void main(String[] args) throws RunnerException, CommandLineOptionException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .parent(new CommandLineOptions(args))
                        .include(BusinessTimeBenchmark.class.getName())
                        .build())
                .run();
        Map<String, Double> nanos = results.stream()
                .collect(Collectors.toMap(
                        result -> result.getPrimaryResult().getLabel(),
                        result -> result.getPrimaryResult().getScore(),
                        (one, other) -> one,
                        TreeMap::new));
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        nanos.forEach((label, walking) -> {
            Double calendar = nanos.get(label.replace(WALKING, CALENDAR));
            if (label.endsWith(WALKING) && calendar != null) {
                out.println(line(label.replace(WALKING, ""), calendar, walking));
            }
        });
    }

    private static String line(String question, double calendar, double walking) {
        return String.format(
                Locale.ROOT,
                "%-16s calendar %,9.0f ns, walking %,12.0f ns: %,.1f times as fast",
                question,
                calendar,
                walking,
                walking / calendar);
    }
}
