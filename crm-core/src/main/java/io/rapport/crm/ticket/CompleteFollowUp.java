package io.rapport.crm.ticket;

import io.rapport.crm.fault.Require;
import io.rapport.crm.id.Actor;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Says what came out of a follow-up.
 *
 * @param note what was said, at most 4,000 characters, possibly empty
 * @param staff who asked
 */
public record CompleteFollowUp(
        @NotNull @Valid FollowUpId followUp,
        @NotNull FollowUpOutcome outcome,
        @NotNull @Size(max = 4_000) String note,
        @NotNull @Valid Actor staff) {

    public CompleteFollowUp {
        Require.present("followUp", followUp);
        Require.present("outcome", outcome);
        Require.atMost("note", note, FollowUp.MAX_TEXT);
        Require.present("staff", staff);
    }

    /** Without a note. */
    public static CompleteFollowUp of(FollowUpId followUp, FollowUpOutcome outcome, Actor staff) {
        return new CompleteFollowUp(followUp, outcome, "", staff);
    }

    public CompleteFollowUp noting(String said) {
        return new CompleteFollowUp(followUp, outcome, said, staff);
    }

    /** Without the note. */
    @Override
    public String toString() {
        return "CompleteFollowUp[" + followUp + ", " + outcome + ", " + staff + "]";
    }
}
