package io.rapport.crm.store;

import com.google.common.io.BaseEncoding;
import io.rapport.crm.fault.InvalidInputException;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;

/**
 * A place in a list that is ordered by time and then id. Because it names a place and not a count, the pages after it
 * do not shift while rows are added.
 *
 * @param at to the microsecond
 */
public record Cursor(Instant at, UUID id) {

    private static final BaseEncoding TOKENS = BaseEncoding.base64Url().omitPadding();
    private static final int BYTES = Long.BYTES + Integer.BYTES + Long.BYTES + Long.BYTES;

    /** A form that fits a URL; {@link #parse} reads it back. */
    public String token() {
        return TOKENS.encode(ByteBuffer.allocate(BYTES)
                .putLong(at.getEpochSecond())
                .putInt(at.getNano())
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array());
    }

    /**
     * The place that a token names.
     *
     * @throws InvalidInputException if {@code token} was not made by {@link #token()}
     */
    public static Cursor parse(String token) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(TOKENS.decode(token));
            if (bytes.remaining() == BYTES) {
                Instant at = Instant.ofEpochSecond(bytes.getLong(), bytes.getInt());
                return new Cursor(at, new UUID(bytes.getLong(), bytes.getLong()));
            }
        } catch (IllegalArgumentException | DateTimeException malformed) {
            throw notACursor();
        }
        throw notACursor();
    }

    private static InvalidInputException notACursor() {
        return new InvalidInputException("cursor", "is not a page token", "give back the token of the page before");
    }
}
