package io.rapport.crm.quickstart;

import io.rapport.crm.quickstart.relations.Relations;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;

/** What one run of the command said. */
record CommandRun(int code, String out, String err) {

    static CommandRun of(Relations.Opener opener, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = Quickstart.commandLine(new Quickstart(opener, Map.of()));
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        return new CommandRun(line.execute(arguments), out.toString(), err.toString());
    }

    /** The lines that tell what became of each file. */
    List<String> counts() {
        return out.lines()
                .takeWhile(line -> !line.isEmpty())
                .map(line -> line.replaceAll(" +", " "))
                .toList();
    }

    String scorecard() {
        return out.substring(out.indexOf(System.lineSeparator() + System.lineSeparator()));
    }
}
