package io.rapport.crm.quickstart;

/** The database cannot be reached or used. */
final class DatabaseTroubleException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DatabaseTroubleException(String message, Throwable cause) {
        super(message, cause);
    }
}
