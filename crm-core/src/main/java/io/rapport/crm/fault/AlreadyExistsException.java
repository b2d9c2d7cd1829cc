package io.rapport.crm.fault;

/** A key that must be unique for its tenant is taken. Nothing was written. */
public final class AlreadyExistsException extends CrmException {

    private static final long serialVersionUID = 1L;

    private final String field;

    /**
     * Says which key is taken.
     *
     * @param field the unique field, such as {@code "externalIds"} or {@code "contactPoints"}
     * @param holder what holds the key already; an id, never personal data
     */
    public AlreadyExistsException(String field, String holder) {
        super(field + " holds a key that already belongs to " + holder + ": change that one, or leave the key out");
        this.field = field;
    }

    public String field() {
        return field;
    }
}
