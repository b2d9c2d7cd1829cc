package io.rapport.crm.fault;

/** Something that a command refers to does not exist for this tenant. */
public final class NotFoundException extends CrmException {

    private static final long serialVersionUID = 1L;

    /**
     * Says what is not there.
     *
     * @param reference what was looked for, as a typed id or key that is not personal data
     */
    public NotFoundException(Object reference) {
        super(reference + " does not exist for this tenant: check the id, and the tenant it was made for");
    }
}
