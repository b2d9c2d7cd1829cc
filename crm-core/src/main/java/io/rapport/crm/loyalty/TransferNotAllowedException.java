package io.rapport.crm.loyalty;

import io.rapport.crm.fault.CrmException;

/** The program does not let customers transfer points. Nothing was moved. */
public final class TransferNotAllowedException extends CrmException {

    private static final long serialVersionUID = 1L;

    private final transient ProgramId program;

    public TransferNotAllowedException(ProgramId program) {
        super("program " + program.value() + " does not allow transfers: adjust both accounts, or change the program");
        this.program = program;
    }

    public ProgramId program() {
        return program;
    }
}
