package io.rapport.crm.jdbc.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows of the binary COPY format, written here byte by byte. */
class CopyRowTest {

    private static final UUID ANN = UUID.fromString("8f14e45f-ceea-467f-a0e6-9b1c2d3e4f50");

    private interface Content {
        void write(DataOutputStream out) throws IOException;
    }

    private static byte[] bytes(Content content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        content.write(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    private static void header(DataOutputStream out) throws IOException {
        out.write("PGCOPY\n".getBytes(StandardCharsets.US_ASCII));
        out.write(new byte[] {(byte) 0xFF, '\r', '\n', 0});
        out.writeInt(0);
        out.writeInt(0);
    }

    /** A row of an id, a time in microseconds since 2000, a number and a text. */
    private static void row(DataOutputStream out, long micros, long number, String text) throws IOException {
        out.writeShort(4);
        out.writeInt(16);
        out.writeLong(ANN.getMostSignificantBits());
        out.writeLong(ANN.getLeastSignificantBits());
        out.writeInt(8);
        out.writeLong(micros);
        out.writeInt(8);
        out.writeLong(number);
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
    }

    private static byte[] first(long micros, long number, String text) throws IOException {
        return bytes(out -> {
            header(out);
            row(out, micros, number, text);
        });
    }

    @Test
    void the_first_message_has_the_header_and_the_last_ends_the_data() throws Exception {
        CopyRow row = new CopyRow(4);

        assertThat(row.take(first(0, -5, "EUR"))).isTrue();
        assertThat(row.id(0)).isEqualTo(ANN);
        assertThat(row.instant(1)).isEqualTo(Instant.parse("2000-01-01T00:00:00Z"));
        assertThat(row.number(2)).isEqualTo(-5);
        assertThat(row.text(3)).isEqualTo("EUR");
        assertThat(row.take(bytes(out -> row(out, 1, Long.MAX_VALUE, "šalica"))))
                .isTrue();
        assertThat(row.instant(1)).isEqualTo(Instant.parse("2000-01-01T00:00:00.000001Z"));
        assertThat(row.number(2)).isEqualTo(Long.MAX_VALUE);
        assertThat(row.text(3)).isEqualTo("šalica");
        assertThat(row.take(new byte[] {-1, -1})).isFalse();
    }

    @Test
    void a_table_without_rows_is_a_header_and_the_end() throws Exception {
        assertThat(new CopyRow(4).take(bytes(out -> {
                    header(out);
                    out.writeShort(-1);
                })))
                .isFalse();
    }

    @Test
    void an_extension_of_the_header_is_skipped() throws Exception {
        byte[] plain = first(7, 7, "EUR");
        byte[] extended = bytes(out -> {
            out.write(plain, 0, 15);
            out.writeInt(3);
            out.write(new byte[] {9, 9, 9});
            out.write(plain, 19, plain.length - 19);
        });
        CopyRow row = new CopyRow(4);

        assertThat(row.take(extended)).isTrue();
        assertThat(row.number(2)).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0001-01-01T00:00:00Z",
                "1969-12-31T23:59:59.999999Z",
                "1999-12-31T23:59:59.999999Z",
                "2026-03-29T01:00:00.123456Z",
                "9999-12-31T23:59:59.999999Z"
            })
    void times_are_exact_to_the_microsecond_before_and_after_2000(String time) throws Exception {
        Instant at = Instant.parse(time);
        long micros = (at.getEpochSecond() - 946_684_800L) * 1_000_000 + at.getNano() / 1_000;
        CopyRow row = new CopyRow(4);

        row.take(first(micros, 0, ""));

        assertThat(row.instant(1)).isEqualTo(at);
        assertThat(row.text(3)).isEmpty();
    }

    @Test
    void whatever_is_cut_off_is_refused() throws Exception {
        byte[] whole = first(0, 1, "EUR");
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> new CopyRow(4).take(cut)).isInstanceOf(SQLException.class);
        }
        assertThatThrownBy(() -> new CopyRow(4).take(Arrays.copyOf(whole, whole.length + 1)))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("not one row");
    }

    @Test
    void another_format_other_columns_and_nulls_are_refused() throws Exception {
        assertThatThrownBy(() -> new CopyRow(4).take("8f14e45f\t2026-01-01\t5\tEUR\n".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("header");
        assertThatThrownBy(() -> new CopyRow(3).take(first(0, 1, "EUR")))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("4 columns, not 3");
        CopyRow row = new CopyRow(1);
        assertThat(row.take(bytes(out -> {
                    header(out);
                    out.writeShort(1);
                    out.writeInt(-1);
                })))
                .isTrue();
        assertThatThrownBy(() -> row.number(0)).isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> row.text(0)).isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> row.id(0)).isInstanceOf(SQLException.class);
    }
}
