package io.rapport.crm.quickstart.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvLayoutTest {

    private static final Column<String> WHO = Column.required("who", ValueTypes.text(10));
    private static final Column<Long> HOW_MANY = Column.required("how_many", ValueTypes.wholeNumber(0, 99));
    private static final Column<String> NOTE = Column.optional("note", ValueTypes.text(10));

    private record Visit(long line, String who, long howMany, Optional<String> note) {}

    private static final CsvLayout<Visit> VISITS = CsvLayout.of(
            List.of(WHO, HOW_MANY, NOTE),
            row -> new Visit(row.line(), row.get(WHO), row.get(HOW_MANY), row.find(NOTE)));

    @TempDir
    private Path folder;

    private final List<RejectedRow> rejected = new ArrayList<>();

    @Test
    void columns_may_stand_in_any_order() {
        assertThat(read("note,how_many,who\nhello,3,Ada\n"))
                .containsExactly(new Visit(2, "Ada", 3, Optional.of("hello")));
    }

    @Test
    void an_optional_column_may_be_blank_or_left_out_of_the_file() {
        assertThat(read("who,how_many,note\nAda,3,\n")).containsExactly(new Visit(2, "Ada", 3, Optional.empty()));
        assertThat(read("who,how_many\nAda,3\n")).containsExactly(new Visit(2, "Ada", 3, Optional.empty()));
    }

    @Test
    void spaces_around_names_and_values_are_not_part_of_them() {
        assertThat(read("who , how_many\n Ada , 3 \n")).containsExactly(new Visit(2, "Ada", 3, Optional.empty()));
    }

    @Test
    void a_byte_order_mark_is_not_part_of_the_first_column() {
        assertThat(read("\uFEFFwho,how_many\nAda,3\n")).hasSize(1);
    }

    @Test
    void quoted_values_may_hold_commas_quotes_and_line_ends_and_lines_are_still_counted_right() {
        assertThat(read("who,how_many,note\r\n\"A, \"\"B\"\"\",1,\"one\ntwo\"\r\n\r\nCyd,2,\r\n"))
                .containsExactly(
                        new Visit(2, "A, \"B\"", 1, Optional.of("one\ntwo")), new Visit(5, "Cyd", 2, Optional.empty()));
    }

    @Test
    void a_bad_row_is_left_out_with_its_line_and_column_and_the_others_go_on() {
        assertThat(read("who,how_many\nAda,3\nBob,many\n,4\nCyd,5\n"))
                .extracting(Visit::who)
                .containsExactly("Ada", "Cyd");
        assertThat(rejected)
                .containsExactly(
                        new RejectedRow(file(), 3, "how_many", "is not a whole number such as 7"),
                        new RejectedRow(file(), 4, "who", "is blank; give text of at most 10 characters"));
    }

    @Test
    void a_row_with_too_few_or_too_many_fields_is_left_out() {
        assertThat(read("who,how_many\nAda\nBob,1,2\nCyd,5\n"))
                .extracting(Visit::who)
                .containsExactly("Cyd");
        assertThat(rejected)
                .extracting(RejectedRow::toString)
                .containsExactly(
                        file() + ":2: (row): has 1 fields where the header has 2",
                        file() + ":3: (row): has 3 fields where the header has 2");
    }

    @Test
    void a_refusal_does_not_repeat_the_cell() {
        read("who,how_many\nAda,ada@example.org\n");
        assertThat(rejected).singleElement().asString().doesNotContain("ada@example.org");
    }

    @Test
    void an_unknown_column_is_named_with_its_line_and_the_columns_that_are_known() {
        refused(
                "who,how_many,colour\nAda,3,red\n",
                ":1: column \"colour\" is unknown; the columns are who, how_many, note");
    }

    @Test
    void a_layout_may_skip_other_columns() {
        write("colour,who,how_many\nred,Ada,3\n", StandardCharsets.UTF_8);
        CsvLayout<Visit> tolerant = CsvLayout.ignoringOthers(VISITS.columns(), VISITS.toRecord());
        try (Stream<Visit> rows = tolerant.open(CsvSource.file(path()), rejected::add).stream()) {
            assertThat(rows).extracting(Visit::who).containsExactly("Ada");
        }
    }

    @Test
    void a_column_without_a_name_is_unknown() {
        refused("who,,how_many\nAda,,3\n", ":1: column number 2 (without a name) is unknown");
    }

    @Test
    void a_missing_required_column_is_named() {
        refused("who,note\nAda,x\n", ":1: column how_many is missing");
    }

    @Test
    void a_column_that_stands_twice_is_named() {
        refused("who,how_many,who\nAda,3,Bob\n", ":1: column who stands twice in the header");
    }

    @Test
    void a_file_without_a_header_is_told_what_is_expected_and_its_data_is_not_repeated() {
        write("Ada,3\n", StandardCharsets.UTF_8);
        assertThatThrownBy(this::open)
                .isInstanceOf(UnreadableFileException.class)
                .hasMessage(file() + ":1: has no header; expected the columns who, how_many, note")
                .message()
                .doesNotContain("Ada");
    }

    @Test
    void an_empty_file_is_refused() {
        refused("", ": is empty");
        refused("\n\n", ": is empty");
    }

    @Test
    void a_file_with_only_a_header_has_no_rows() {
        assertThat(read("who,how_many")).isEmpty();
    }

    @Test
    void a_file_in_another_encoding_is_refused_before_any_row_with_the_line_of_the_first_bad_byte() {
        write("who,how_many\nAda,1\r\nZoë,3\n", StandardCharsets.ISO_8859_1);
        assertThatThrownBy(this::open)
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageStartingWith(file() + ":3: has bytes that are not UTF-8");
    }

    @Test
    void a_bad_byte_far_into_the_file_is_found_on_its_line() {
        String many = "Ada,1\n".repeat(30_000);
        write("who,how_many\n" + many + "Zoë,3\n", StandardCharsets.ISO_8859_1);
        assertThatThrownBy(this::open).hasMessageStartingWith(file() + ":30002: has bytes");
    }

    @Test
    void a_character_cut_off_by_the_end_of_the_file_is_not_utf_8() throws IOException {
        Files.write(path(), new byte[] {'w', 'h', 'o', '\n', (byte) 0xC3});
        assertThatThrownBy(this::open).hasMessageStartingWith(file() + ":2: has bytes that are not UTF-8");
    }

    @Test
    void a_utf_16_file_is_refused() {
        write("who,how_many\nAda,1\n", StandardCharsets.UTF_16);
        assertThatThrownBy(this::open).hasMessageContaining("not UTF-8");
        write("who,how_many\nAda,1\n", StandardCharsets.UTF_16LE);
        assertThatThrownBy(this::open).hasMessageStartingWith(file() + ":1: has a zero byte");
    }

    @Test
    void a_quote_that_is_never_closed_ends_the_reading_and_keeps_the_rows_before_it() {
        write("who,how_many,note\nAda,1,\"two\nlines\"\nBob,2,\"oops\nCyd,3,\n", StandardCharsets.UTF_8);
        List<Visit> kept = new ArrayList<>();
        try (Stream<Visit> rows = open().stream()) {
            assertThatThrownBy(() -> rows.forEach(kept::add))
                    .isInstanceOf(UnreadableFileException.class)
                    .hasMessageStartingWith(file() + ":4: a double quote is not closed");
        }
        assertThat(kept).extracting(Visit::who).containsExactly("Ada");
    }

    @Test
    void a_missing_file_and_a_directory_are_named() {
        assertThatThrownBy(this::open).hasMessage(file() + ": does not exist");
        assertThatThrownBy(() -> VISITS.open(CsvSource.file(folder), rejected::add))
                .hasMessage(folder + ": is a directory; give a file");
    }

    @Test
    void lines_are_counted_whatever_ends_them() {
        write("who,how_many\nAda,1\nBob,2", StandardCharsets.UTF_8);
        assertThat(open().lines()).isEqualTo(3);
        write("who,how_many\r\nAda,1\r\nBob,2\r\n", StandardCharsets.UTF_8);
        assertThat(open().lines()).isEqualTo(3);
        write("who,how_many\rAda,1\rBob,2\r", StandardCharsets.UTF_8);
        assertThat(open().lines()).isEqualTo(3);
    }

    private void refused(String text, String message) {
        write(text, StandardCharsets.UTF_8);
        assertThatThrownBy(this::open)
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageStartingWith(file() + message);
    }

    private List<Visit> read(String text) {
        write(text, StandardCharsets.UTF_8);
        try (Stream<Visit> rows = open().stream()) {
            return rows.toList();
        }
    }

    private CsvRows<Visit> open() {
        return VISITS.open(CsvSource.file(path()), rejected::add);
    }

    private void write(String text, Charset charset) {
        try {
            Files.write(path(), text.getBytes(charset));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Path path() {
        return folder.resolve("visits.csv");
    }

    private String file() {
        return path().toString();
    }
}
