package io.rapport.crm.quickstart.csv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Reads a source once from end to end before any row of it is taken, so that a file in another encoding is refused as a
 * whole and no garbled name is stored. The same pass counts the lines, which a progress bar needs. Memory is constant.
 */
final class Utf8Check {

    private static final int CHUNK = 1 << 16;

    private final CsvSource source;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final CharBuffer chars = CharBuffer.allocate(CHUNK);
    private long lineEnds;
    private boolean afterCarriageReturn;
    private boolean atLineStart = true;

    private Utf8Check(CsvSource source) {
        this.source = source;
    }

    /** The number of lines. Throws when the source is not UTF-8. */
    static long countLines(CsvSource source) {
        return new Utf8Check(source).run();
    }

    private long run() {
        ByteBuffer bytes = ByteBuffer.allocate(CHUNK);
        try (InputStream in = source.open()) {
            int read = 0;
            while (read >= 0) {
                read = in.read(bytes.array(), bytes.position(), bytes.remaining());
                bytes.position(bytes.position() + Math.max(read, 0)).flip();
                decode(bytes, read < 0);
                bytes.compact();
            }
        } catch (IOException e) {
            throw source.failed();
        }
        return atLineStart ? lineEnds : lineEnds + 1;
    }

    private void decode(ByteBuffer bytes, boolean last) {
        CoderResult result = decoder.decode(bytes, chars, last);
        char[] decoded = chars.array();
        for (int i = 0; i < chars.position(); i++) {
            count(decoded[i]);
        }
        chars.clear();
        if (result.isError()) {
            throw new UnreadableFileException(
                    source.name(), lineEnds + 1, "has bytes that are not UTF-8; save the file as UTF-8");
        }
    }

    private void count(char c) {
        if (c == 0) {
            throw new UnreadableFileException(
                    source.name(), lineEnds + 1, "has a zero byte, as UTF-16 files do; save the file as UTF-8");
        }
        if (c == '\r' || (c == '\n' && !afterCarriageReturn)) {
            lineEnds++;
        }
        afterCarriageReturn = c == '\r';
        atLineStart = c == '\r' || c == '\n';
    }
}
