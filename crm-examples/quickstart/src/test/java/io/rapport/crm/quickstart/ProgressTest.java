package io.rapport.crm.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void a_step_that_is_watched_ends_at_its_full_length() {
        try (Progress.Step step = Progress.shownOn(new PrintStream(err, true, StandardCharsets.UTF_8))
                .begin("orders", 3)) {
            step.advance();
            step.advance();
            step.advance();
        }
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("orders", "100%", "3/3");
    }

    @Test
    void a_dumb_terminal_cannot_redraw_a_line() {
        assertThat(Progress.somebodyWatches("dumb")).isFalse();
        assertThat(Progress.somebodyWatches("")).isFalse();
    }
}
