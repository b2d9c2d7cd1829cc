package io.rapport.crm.quickstart;

import io.rapport.crm.quickstart.InputFile.Input;
import io.rapport.crm.quickstart.csv.CsvSource;
import io.rapport.crm.quickstart.csv.UnreadableFileException;
import io.rapport.crm.quickstart.input.OrderLog;
import io.rapport.crm.quickstart.relations.Relations;
import io.rapport.crm.quickstart.sample.SampleMonth;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What one run reads.
 *
 * @param name short; keeps the rows of different data sets apart in one database
 * @param title for people
 */
record DataSet(String name, String title, List<Input<?>> inputs) {

    private static final int LONGEST_NAME = 64;

    static DataSet sample() {
        List<Input<?>> inputs = InputFile.ALL.stream()
                .<Input<?>>map(file -> file.from(SampleMonth.bundled(file.name())))
                .toList();
        return new DataSet("sample-month", "Sample shop, " + SampleMonth.MONTH, inputs);
    }

    /** Those of the known files that are in the folder. */
    static DataSet folder(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new UnreadableFileException(folder.toString(), "is not a folder that can be read");
        }
        List<Input<?>> inputs = InputFile.ALL.stream()
                .filter(file -> Files.exists(folder.resolve(file.name())))
                .<Input<?>>map(file -> file.from(CsvSource.file(folder.resolve(file.name()))))
                .toList();
        if (inputs.isEmpty()) {
            String known = InputFile.ALL.stream().map(InputFile::name).collect(Collectors.joining(", "));
            throw new UnreadableFileException(folder.toString(), "holds none of " + known);
        }
        return new DataSet(shortened(baseName(folder)), baseName(folder), inputs);
    }

    static DataSet orderLog(Path file, OrderLog log) {
        Input<?> input =
                new Input<>("orders", rejected -> log.open(CsvSource.file(file), rejected), Relations::takeOrderLog);
        return new DataSet(shortened(baseName(file)), baseName(file), List.of(input));
    }

    DataSet named(String otherName) {
        return new DataSet(otherName, title, inputs);
    }

    private static String baseName(Path path) {
        Path name = path.toAbsolutePath().normalize().getFileName();
        return name == null ? "data" : name.toString();
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
    }
}
