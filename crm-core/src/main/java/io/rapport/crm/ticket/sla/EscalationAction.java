package io.rapport.crm.ticket.sla;

import io.rapport.crm.fault.Require;
import io.rapport.crm.id.Actor;
import java.util.Optional;

/** What an escalation does besides being on record. */
public sealed interface EscalationAction {

    /**
     * Somebody is told: the host does that when it hears the event.
     *
     * @param whom a role, a team or an address book entry of the host's, at most 64 characters
     */
    record Notify(String whom) implements EscalationAction {

        public Notify {
            Require.text("whom", whom, 64);
        }
    }

    /**
     * Somebody else, or another team, becomes responsible. An assignee who must keep out of a complaint is passed over.
     *
     * @param team at most 64 characters
     */
    record Reassign(Optional<Actor> assignee, Optional<String> team) implements EscalationAction {

        public Reassign {
            Require.present("assignee", assignee);
            Require.present("team", team).ifPresent(name -> Require.text("team", name, 64));
            Require.that(
                    assignee.isPresent() || team.isPresent(), "assignee", "is missing, and so is team", "give either");
        }
    }

    /** The priority becomes one higher, up to the highest. What was promised stays. */
    record RaisePriority() implements EscalationAction {}

    /**
     * A playbook is applied, if it is published and not applied already.
     *
     * @param key the playbook's key
     */
    record StartPlaybook(String key) implements EscalationAction {

        public StartPlaybook {
            Require.text("key", key, 64);
        }
    }

    static EscalationAction tell(String whom) {
        return new Notify(whom);
    }

    static EscalationAction reassign(Actor assignee) {
        return new Reassign(Optional.of(assignee), Optional.empty());
    }

    static EscalationAction reassignToTeam(String team) {
        return new Reassign(Optional.empty(), Optional.of(team));
    }

    static EscalationAction raisePriority() {
        return new RaisePriority();
    }

    static EscalationAction startPlaybook(String key) {
        return new StartPlaybook(key);
    }
}
