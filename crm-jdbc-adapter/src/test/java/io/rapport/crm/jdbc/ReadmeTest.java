package io.rapport.crm.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README promises. */
class ReadmeTest {

    private static final Path README = Path.of("..", "README.md");

    @Test
    void the_first_program_has_at_most_25_lines_compiles_and_runs(@TempDir Path folder) throws Exception {
        String program = fences("java").get(0);
        assertThat(program.lines()).hasSizeLessThanOrEqualTo(25);
        Path source = Files.writeString(folder.resolve("FirstProgram.java"), program);

        ByteArrayOutputStream complaints = new ByteArrayOutputStream();
        int result = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        complaints,
                        complaints,
                        "-proc:none",
                        "-classpath",
                        System.getProperty("java.class.path"),
                        source.toString());

        assertThat(complaints.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(result).isZero();
        assertThat(printed(folder)).contains("{OPEN=1}");
    }

    @Test
    void the_first_shell_line_runs_the_main_job_and_the_second_runs_the_tests() throws IOException {
        List<String> lines = fences("sh");

        assertThat(lines).hasSizeGreaterThanOrEqualTo(2);
        assertThat(lines.get(0).lines()).hasSize(1).first().asString().contains("quickstart.jar");
        assertThat(lines.get(1).lines()).hasSize(1).first().asString().contains("mvn", "verify");
    }

    private static String printed(Path folder) throws Exception {
        PrintStream usual = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, ReadmeTest.class.getClassLoader())) {
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            loader.loadClass("FirstProgram").getMethod("main", String[].class).invoke(null, (Object) new String[0]);
        } finally {
            System.setOut(usual);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }

    private static List<String> fences(String language) throws IOException {
        return Pattern.compile("(?ms)^```" + language + "\\n(.*?)^```")
                .matcher(Files.readString(README))
                .results()
                .map(MatchResult::group)
                .map(fence -> fence.replaceAll("(?m)^```.*\\n?", ""))
                .toList();
    }
}
