package io.rapport.crm.fault;

/**
 * The root of every refusal that this library makes. Unchecked: a refusal means that the caller asked for something the
 * domain forbids, or that the store could not do it; either way nothing was changed.
 */
public abstract class CrmException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    protected CrmException(String message) {
        super(message);
    }

    protected CrmException(String message, Throwable cause) {
        super(message, cause);
    }
}
