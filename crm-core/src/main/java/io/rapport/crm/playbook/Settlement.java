package io.rapport.crm.playbook;

import io.rapport.crm.fault.Require;
import io.rapport.crm.id.Actor;
import java.time.Instant;

/**
 * How a step was settled.
 *
 * @param state {@link StepState#DONE} or {@link StepState#SKIPPED}
 * @param note what was found, at most 4,000 characters, possibly empty; the reason of a step that was skipped
 */
public record Settlement(StepState state, Actor by, Instant at, String note) {

    private static final int MAX_NOTE = 4_000;

    public Settlement {
        Require.that(
                Require.present("state", state) == StepState.DONE || state == StepState.SKIPPED,
                "state",
                "is " + state,
                "give DONE or SKIPPED");
        Require.present("by", by);
        Require.present("at", at);
        if (state == StepState.SKIPPED) {
            Require.text("reason", note, MAX_NOTE);
        } else {
            Require.atMost("note", note, MAX_NOTE);
        }
    }

    /** Without what was written. */
    @Override
    public String toString() {
        return "Settlement[" + state + ", " + by + ", " + at + "]";
    }
}
