package io.rapport.crm.quickstart.csv;

/** The text of one cell cannot be the value its column asks for. The message never repeats the text. */
public final class BadValueException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public BadValueException(String reason) {
        // Thrown once per refused cell and always caught by the reader, so the stack trace would only cost time.
        super(reason, null, false, false);
    }
}
