package io.rapport.crm.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A process of its own that says "through" when it is, and a line that ends with "ed" after each thing that it did.
 *
 * @param main its main class
 * @param arguments what main takes
 */
record KilledProcess(Class<?> main, List<String> arguments) {

    /** Runs it until it has done so much, and kills it then; tells whether it got through. */
    boolean run(int much) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
            List<String> all = new ArrayList<>();
            int done = 0;
            String line = said.readLine();
            while (line != null && done < much) {
                all.add(line);
                done += line.endsWith("ed") ? 1 : 0;
                line = line.equals("through") || done >= much ? null : said.readLine();
            }
            boolean through = !all.isEmpty() && all.get(all.size() - 1).equals("through");
            assertThat(through || done >= much).as("the process said %s", all).isTrue();
            return through;
        } finally {
            process.destroyForcibly();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
    }
}
