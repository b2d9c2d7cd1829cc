package io.rapport.crm.staff;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.rapport.crm.event.Aggregate;
import io.rapport.crm.event.History;
import io.rapport.crm.fault.Require;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which certifications a task asks for, on one channel or on all. Immutable; every verb returns the next state.
 *
 * @param channel only for work on this channel; empty for all
 * @param version how many events made this state
 * @param changes the events since it was loaded
 */
public record Requirement(
        RequirementId id,
        Task task,
        Optional<String> channel,
        Set<Certification> certifications,
        Instant statedAt,
        long version,
        List<RequirementEvent> changes)
        implements Aggregate<RequirementId, RequirementEvent> {

    public Requirement {
        certifications = ImmutableSet.copyOf(certifications);
        changes = ImmutableList.copyOf(changes);
    }

    /** A new requirement. */
    public static Requirement state(RequirementId id, StateRequirement command, Instant now) {
        RequirementEvent.Stated stated =
                new RequirementEvent.Stated(id, command.task(), command.channel(), command.certifications(), now);
        return started(stated).with(List.of(stated));
    }

    /** The state that a history leads to, without unsaved changes. */
    public static Requirement fold(List<RequirementEvent> history) {
        return History.fold(history, RequirementEvent.Stated.class, Requirement::started, Requirement::evolve);
    }

    /** Asks for other certifications; the same ones again change nothing. */
    public Requirement change(Set<Certification> wanted, Instant now) {
        Set<Certification> next = Require.set("certifications", wanted);
        return next.equals(certifications) ? this : after(new RequirementEvent.Changed(next, now));
    }

    /** Whether it counts for a task on a channel; one without a channel counts on all, and where none is named. */
    public boolean applies(Task asked, Optional<String> askedChannel) {
        return task == asked && (channel.isEmpty() || channel.equals(askedChannel));
    }

    /** This state without unsaved changes, as it is after a save. */
    public Requirement saved() {
        return with(List.of());
    }

    /** The state that one more event makes; the event is not an unsaved change. */
    public Requirement evolve(RequirementEvent event) {
        if (event instanceof RequirementEvent.Changed changed) {
            return new Requirement(id, task, channel, changed.certifications(), statedAt, version + 1, changes);
        }
        throw new IllegalArgumentException(event.getClass().getSimpleName() + " cannot follow a statement");
    }

    private static Requirement started(RequirementEvent.Stated event) {
        return new Requirement(
                event.requirement(), event.task(), event.channel(), event.certifications(), event.at(), 1, List.of());
    }

    private Requirement after(RequirementEvent event) {
        return evolve(event).with(History.plus(changes, event));
    }

    private Requirement with(List<RequirementEvent> unsaved) {
        return new Requirement(id, task, channel, certifications, statedAt, version, unsaved);
    }
}
