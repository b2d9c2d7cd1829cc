package io.rapport.crm.ticket;

import io.rapport.crm.id.Actor;
import java.util.List;
import java.util.Optional;

/** The next state of a follow-up while it is being made. */
final class FollowUpDraft {

    private final FollowUp from;
    private Actor owner;
    private FollowUpStatus status;
    private Optional<FollowUpResult> result;
    long version;
    List<FollowUpEvent> changes;

    FollowUpDraft(FollowUp from) {
        this.from = from;
        owner = from.owner();
        status = from.status();
        result = from.result();
        version = from.version();
        changes = from.changes();
    }

    void apply(FollowUpEvent event) {
        if (event instanceof FollowUpEvent.Reassigned reassigned) {
            owner = reassigned.owner();
        } else if (event instanceof FollowUpEvent.Done done) {
            status = FollowUpStatus.DONE;
            result = Optional.of(done.result());
        } else if (event instanceof FollowUpEvent.Waived) {
            status = FollowUpStatus.WAIVED;
        } else if (event instanceof FollowUpEvent.Cancelled) {
            status = FollowUpStatus.CANCELLED;
        } else {
            throw new IllegalArgumentException(event.getClass().getSimpleName() + " cannot follow a scheduling");
        }
    }

    FollowUp build() {
        return new FollowUp(
                from.id(),
                from.ticket(),
                from.resolution(),
                from.customer(),
                from.reasons(),
                owner,
                from.due(),
                status,
                result,
                from.scheduledAt(),
                version,
                changes);
    }
}
