package io.rapport.crm.jdbc.internal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;

/**
 * A row in the binary format of PostgreSQL's {@code COPY TO STDOUT}, as the manual describes it under COPY, "Binary
 * Format": a header before the first row, then for each row the number of its fields, and each field as its length and
 * its bytes, big-endian; -1 instead of the number of fields ends the data. The server sends one row in a message, the
 * header with the first.
 */
final class CopyRow implements Columns {

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0};
    /** Behind the signature stand four bytes of flags, and the length of an extension. */
    private static final int HEADER = SIGNATURE.length + 8;

    /** The server counts microseconds from 2000-01-01. */
    private static final long EPOCH_SECOND = 946_684_800;

    private static final long MICROS = 1_000_000;

    private static final VarHandle SHORT = view(short[].class);
    private static final VarHandle INT = view(int[].class);
    private static final VarHandle LONG = view(long[].class);

    private final int[] starts;
    private final int[] lengths;
    private byte[] bytes = {};
    private boolean begun;

    CopyRow(int columns) {
        starts = new int[columns];
        lengths = new int[columns];
    }

    /** Takes the next message; returns whether it holds a row, and not only the end of the data. */
    boolean take(byte[] message) throws SQLException {
        bytes = message;
        try {
            return fields(begun ? 0 : header());
        } catch (IndexOutOfBoundsException cut) {
            throw new SQLException("a row of COPY is cut off", cut);
        }
    }

    private int header() throws SQLException {
        if (bytes.length < HEADER || !Arrays.equals(SIGNATURE, Arrays.copyOf(bytes, SIGNATURE.length))) {
            throw new SQLException("COPY did not begin with the header of the binary format");
        }
        begun = true;
        return HEADER + (int) INT.get(bytes, SIGNATURE.length + 4);
    }

    private boolean fields(int start) throws SQLException {
        int count = (short) SHORT.get(bytes, start);
        if (count == -1) {
            return false;
        }
        if (count != starts.length) {
            throw new SQLException("a row of COPY has " + count + " columns, not " + starts.length);
        }
        int at = start + 2;
        for (int column = 0; column < count; column++) {
            lengths[column] = (int) INT.get(bytes, at);
            starts[column] = at + 4;
            at += 4 + Math.max(0, lengths[column]);
        }
        if (at != bytes.length) {
            throw new SQLException("a message of COPY is not one row");
        }
        return true;
    }

    @Override
    public UUID id(int column) throws SQLException {
        int start = start(column, 16);
        return new UUID((long) LONG.get(bytes, start), (long) LONG.get(bytes, start + 8));
    }

    @Override
    public Instant instant(int column) throws SQLException {
        long micros = number(column);
        return Instant.ofEpochSecond(
                EPOCH_SECOND + Math.floorDiv(micros, MICROS), Math.floorMod(micros, MICROS) * 1_000);
    }

    @Override
    public long number(int column) throws SQLException {
        return (long) LONG.get(bytes, start(column, 8));
    }

    @Override
    public String text(int column) throws SQLException {
        int length = lengths[column];
        return new String(bytes, start(column, Math.max(0, length)), length, StandardCharsets.UTF_8);
    }

    private int start(int column, int length) throws SQLException {
        if (lengths[column] != length) {
            throw new SQLException("column " + column + " of COPY has " + lengths[column] + " bytes, not " + length);
        }
        return starts[column];
    }

    private static VarHandle view(Class<?> array) {
        return MethodHandles.byteArrayViewVarHandle(array, ByteOrder.BIG_ENDIAN);
    }
}
