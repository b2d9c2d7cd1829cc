package io.rapport.crm.quickstart;

import java.io.Console;
import java.io.PrintStream;
import java.util.Optional;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows how far a long step is, when somebody is there to watch. */
final class Progress {

    private static final int WIDTH = 79;

    private final Optional<PrintStream> err;

    private Progress(Optional<PrintStream> err) {
        this.err = err;
    }

    static Progress shownOn(PrintStream err) {
        return new Progress(Optional.of(err));
    }

    static Progress hidden() {
        return new Progress(Optional.empty());
    }

    /** Whether this process talks to a terminal that can redraw a line; a log file would only fill up with bars. */
    static boolean somebodyWatches(String terminal) {
        return !terminal.isEmpty() && !terminal.equals("dumb") && hasTerminal();
    }

    @SuppressWarnings("SystemConsoleNull")
    private static boolean hasTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
        } catch (NoSuchMethodException e) {
            // Up to Java 21 there is a console only where there is a terminal.
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    /** Begins a step of {@code size} parts. Close it when it is done. */
    Step begin(String name, long size) {
        return new Step(err.map(stream -> new ProgressBarBuilder()
                .setTaskName(name)
                .setInitialMax(size)
                .setStyle(ProgressBarStyle.ASCII)
                .setConsumer(new ConsoleProgressBarConsumer(stream, WIDTH))
                .build()));
    }

    /** A step that is under way. */
    static final class Step implements AutoCloseable {

        private final Optional<ProgressBar> bar;

        private Step(Optional<ProgressBar> bar) {
            this.bar = bar;
        }

        void advance() {
            bar.ifPresent(ProgressBar::step);
        }

        @Override
        public void close() {
            bar.ifPresent(ProgressBar::close);
        }
    }
}
