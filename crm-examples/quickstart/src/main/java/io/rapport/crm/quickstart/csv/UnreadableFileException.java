package io.rapport.crm.quickstart.csv;

/**
 * A file, or the rest of it, cannot be read: it is missing, empty, not UTF-8, or its header is wrong. The message names
 * the file, and the line and column where there is one.
 */
public final class UnreadableFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnreadableFileException(String file, String problem) {
        super(file + ": " + problem);
    }

    public UnreadableFileException(String file, long line, String problem) {
        super(file + ":" + line + ": " + problem);
    }
}
