package io.rapport.crm.ticket;

import com.google.common.collect.ImmutableSet;
import io.rapport.crm.id.Actor;
import java.util.Optional;
import java.util.Set;

/**
 * What a complaint has beyond any other ticket. Immutable.
 *
 * @param severity empty until it is assessed
 * @param about the employee complained about
 * @param rootCause the host's own key of the cause
 * @param decision the decision that stands; empty while none was made, and again after an appeal
 * @param appeals how often the customer appealed
 * @param barred who may not handle it, beside the one complained about: who handled it before an appeal, and whoever may
 *     not handle a complaint that was merged into it, or that it follows up
 */
public record ComplaintDetails(
        Optional<ComplaintSeverity> severity,
        Optional<Actor> about,
        Optional<String> rootCause,
        Optional<ComplaintDecision> decision,
        int appeals,
        Set<Actor> barred) {

    /** Nothing is known yet. */
    static final ComplaintDetails UNKNOWN =
            new ComplaintDetails(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 0, Set.of());

    public ComplaintDetails {
        barred = ImmutableSet.copyOf(barred);
    }

    /** Whether this person must keep out of it. */
    public boolean bars(Actor staff) {
        return barred.contains(staff) || about.filter(staff::equals).isPresent();
    }

    /** All who must keep out of it. */
    Set<Actor> allBarred() {
        return ImmutableSet.<Actor>builder()
                .addAll(about.stream().iterator())
                .addAll(barred)
                .build();
    }

    ComplaintDetails after(TicketEvent.ComplaintEvent event) {
        if (event instanceof TicketEvent.ComplaintAssessed assessed) {
            return new ComplaintDetails(
                    Optional.of(assessed.severity()),
                    assessed.about(),
                    assessed.rootCause(),
                    decision,
                    appeals,
                    barred);
        }
        if (event instanceof TicketEvent.ComplaintDecided decided) {
            return new ComplaintDetails(severity, about, rootCause, Optional.of(decided.decision()), appeals, barred);
        }
        if (event instanceof TicketEvent.ComplaintHandlersBarred follows) {
            return barring(follows.barred());
        }
        TicketEvent.ComplaintAppealed appealed = (TicketEvent.ComplaintAppealed) event;
        return new ComplaintDetails(severity, about, rootCause, Optional.empty(), appeals + 1, barred)
                .barring(appealed.handledBy());
    }

    ComplaintDetails barring(Iterable<Actor> more) {
        Set<Actor> all =
                ImmutableSet.<Actor>builder().addAll(barred).addAll(more).build();
        return new ComplaintDetails(severity, about, rootCause, decision, appeals, all);
    }
}
