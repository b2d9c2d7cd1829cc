package io.rapport.crm.ticket;

import io.rapport.crm.fault.Require;
import io.rapport.crm.id.Actor;
import java.time.Instant;

/**
 * What came out of a follow-up.
 *
 * @param note what was said, possibly empty
 * @param staff who asked
 */
public record FollowUpResult(FollowUpOutcome outcome, String note, Actor staff, Instant at) {

    public FollowUpResult {
        Require.present("outcome", outcome);
        Require.present("note", note);
        Require.present("staff", staff);
        Require.present("at", at);
    }

    /** Without the note. */
    @Override
    public String toString() {
        return "FollowUpResult[" + outcome + ", " + staff + ", " + at + "]";
    }
}
