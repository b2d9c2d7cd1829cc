package io.rapport.crm.ticket;

import com.google.common.collect.ImmutableList;
import io.rapport.crm.fault.CrmException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A ticket cannot be resolved, because mandatory steps of the playbooks that it follows are open. Names them. Nothing
 * was changed.
 */
public final class OpenStepsException extends CrmException {

    private static final long serialVersionUID = 1L;

    private final transient TicketId id;
    private final transient List<OpenStep> steps;

    OpenStepsException(TicketId id, List<OpenStep> steps) {
        super(id + " cannot be resolved while mandatory steps are open: complete "
                + steps.stream().map(open -> open.step().key()).collect(Collectors.joining(", ")));
        this.id = id;
        this.steps = ImmutableList.copyOf(steps);
    }

    public TicketId id() {
        return id;
    }

    /** The open mandatory steps, in the order of the playbooks and of their steps; at least one. */
    public List<OpenStep> steps() {
        return steps;
    }
}
