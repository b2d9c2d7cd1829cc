package io.rapport.crm.quickstart.input;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Makes ids for rows that have none: a digest of the content, and which occurrence of that content it is. Rows with the
 * same content cannot be told apart, so their order in the file does not matter to the set of ids. Not thread-safe.
 */
final class ContentIds {

    private static final int ID_BYTES = 16;

    private final MessageDigest digest = sha256();
    private final OccurrenceCounter occurrences = new OccurrenceCounter();

    /** An id of 33 characters or a few more. */
    String next(String... content) {
        for (String part : content) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            // The length keeps ("ab", "c") apart from ("a", "bc").
            digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
            digest.update(bytes);
        }
        byte[] hash = digest.digest();
        // Two contents that share this shorter hash would only share a count; their ids still differ and stay stable.
        long occurrence = occurrences.count(ByteBuffer.wrap(hash).getLong());
        return HexFormat.of().formatHex(hash, 0, ID_BYTES) + "-" + occurrence;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
