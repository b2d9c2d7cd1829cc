package io.rapport.crm.loyalty;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A worked case of ledger-cases.txt: the rules of a program, and what happens under them, line by line. */
record LedgerCase(String name, List<String> rules, List<Line> lines) {

    /**
     * A step or an expectation.
     *
     * @param what the first word after the verb, where an odd number of words follows
     */
    record Line(String at, String who, String verb, Optional<String> what, Map<String, String> options, String text) {

        static Line read(String text) {
            String[] words = text.split(" ", 4);
            boolean expects = words[2].equals("has");
            List<String> rest = words.length < 4 ? List.of() : List.of(words[3].split(expects ? ", " : " "));
            if (expects) {
                return new Line(words[0], words[1], words[2], Optional.empty(), figures(rest), text);
            }
            boolean odd = rest.size() % 2 == 1;
            Map<String, String> options = new LinkedHashMap<>();
            for (int i = odd ? 1 : 0; i < rest.size(); i += 2) {
                options.put(rest.get(i), rest.get(i + 1));
            }
            return new Line(
                    words[0], words[1], words[2], odd ? Optional.of(rest.get(0)) : Optional.empty(), options, text);
        }

        boolean expects() {
            return verb.equals("has");
        }

        Optional<String> option(String name) {
            return Optional.ofNullable(options.get(name));
        }

        String subject() {
            return what.orElseThrow(() -> new IllegalArgumentException(text));
        }

        long points() {
            return Long.parseLong(subject());
        }

        private static Map<String, String> figures(List<String> pairs) {
            Map<String, String> figures = new LinkedHashMap<>();
            pairs.stream().map(pair -> pair.split(" ", 2)).forEach(pair -> figures.put(pair[0], pair[1]));
            return figures;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    static Stream<LedgerCase> all() {
        try (InputStream text = LedgerCase.class.getResourceAsStream("ledger-cases.txt")) {
            String all = new String(text.readAllBytes(), StandardCharsets.UTF_8);
            return Stream.of(all.split("\n\n"))
                    .filter(block -> block.startsWith("case "))
                    .map(LedgerCase::read);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static LedgerCase read(String block) {
        List<String> rules = new ArrayList<>();
        List<Line> lines = new ArrayList<>();
        block.lines().skip(1).forEach(line -> {
            if (line.startsWith("rules ")) {
                rules.addAll(List.of(line.substring("rules ".length()).split(" ")));
            } else {
                lines.add(Line.read(line));
            }
        });
        String name = block.lines().findFirst().orElseThrow().substring("case ".length());
        return new LedgerCase(name, rules, lines);
    }

    @Override
    public String toString() {
        return name;
    }
}
