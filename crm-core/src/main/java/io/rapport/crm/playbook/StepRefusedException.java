package io.rapport.crm.playbook;

import io.rapport.crm.fault.CrmException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A step of an applied playbook cannot be settled in this way. Names the playbook and its version, the step, the state
 * that the step is in, and the verb. Nothing was changed.
 */
public final class StepRefusedException extends CrmException {

    private static final long serialVersionUID = 1L;

    /** Why a verb was refused. */
    public enum Reason {
        UNKNOWN_STEP("does not exist", "name a step of this version"),
        NOT_APPLICABLE("has a guard that does not hold", "leave it as it is, or do first the steps that it waits for"),
        ALREADY_SETTLED("is settled already", "leave it as it is"),
        MANDATORY("is mandatory", "complete it");

        private final String problem;
        private final String remedy;

        Reason(String problem, String remedy) {
            this.problem = problem;
            this.remedy = remedy;
        }
    }

    private final Reason reason;
    private final VersionRef playbook;
    private final String step;
    private final @Nullable StepState state;
    private final String verb;

    StepRefusedException(Reason reason, VersionRef playbook, String step, Optional<StepState> state, String verb) {
        super("step " + step + " of " + playbook
                + state.map(is -> " is " + is + ", ").orElse(" ") + reason.problem + " and cannot " + verb + ": "
                + reason.remedy);
        this.reason = reason;
        this.playbook = playbook;
        this.step = step;
        this.state = state.orElse(null);
        this.verb = verb;
    }

    public Reason reason() {
        return reason;
    }

    /** The playbook and its version. */
    public VersionRef playbook() {
        return playbook;
    }

    /** The key that was given. */
    public String step() {
        return step;
    }

    /** The state that the step is in; empty if there is no such step. */
    public Optional<StepState> state() {
        return Optional.ofNullable(state);
    }

    /** The verb that was refused. */
    public String verb() {
        return verb;
    }
}
