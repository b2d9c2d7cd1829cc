package io.rapport.crm.quickstart.relations;

/** The database cannot be reached or used. */
public final class DatabaseTroubleException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public DatabaseTroubleException(String message, Throwable cause) {
        super(message, cause);
    }
}
