package io.rapport.crm.event;

import io.rapport.crm.fault.CrmException;
import io.rapport.crm.id.AggregateId;

/** The aggregate is in a state in which the verb is not allowed. Names the aggregate, the state and the verb. */
public final class IllegalTransitionException extends CrmException {

    private static final long serialVersionUID = 1L;

    private final transient AggregateId id;
    private final String state;
    private final String verb;

    public IllegalTransitionException(AggregateId id, Enum<?> state, String verb, String remedy) {
        super(id + " is " + state + " and cannot " + verb + ": " + remedy);
        this.id = id;
        this.state = state.name();
        this.verb = verb;
    }

    public AggregateId id() {
        return id;
    }

    /** The state that the aggregate is in. */
    public String state() {
        return state;
    }

    /** The verb that was refused. */
    public String verb() {
        return verb;
    }
}
