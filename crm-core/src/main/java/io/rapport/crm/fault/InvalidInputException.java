package io.rapport.crm.fault;

/**
 * A value that a caller handed in breaks a rule. Names the field, the value's problem and the way out. The message never
 * repeats the value itself, which may be personal data.
 */
public final class InvalidInputException extends CrmException {

    private static final long serialVersionUID = 1L;

    private final String field;
    private final String problem;
    private final String remedy;

    public InvalidInputException(String field, String problem, String remedy) {
        super(field + " " + problem + ": " + remedy);
        this.field = field;
        this.problem = problem;
        this.remedy = remedy;
    }

    /** The name of the offending field, in the words of the command or value that carries it. */
    public String field() {
        return field;
    }

    /** What is wrong with the value, for example {@code "is blank"}. */
    public String problem() {
        return problem;
    }

    /** What would be accepted instead. */
    public String remedy() {
        return remedy;
    }
}
