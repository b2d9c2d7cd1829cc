package io.rapport.crm.ticket.sla;

import io.rapport.crm.fault.Require;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * One step of an escalation: when it is reached and what is done then. Immutable, thread-safe.
 *
 * <pre>{@code
 * EscalationLevel.atPercent("warning", 75).then(EscalationAction.tell("team-lead"));
 * EscalationLevel.afterDue("late", Duration.ofHours(2)).then(EscalationAction.raisePriority()).urgently();
 * }</pre>
 *
 * @param name unique among the levels of a metric, at most 64 characters
 * @param urgent whether it does not wait for the next opening when it is reached, or noticed, out of hours
 */
public record EscalationLevel(String name, Trigger trigger, boolean urgent, List<EscalationAction> actions) {

    public EscalationLevel {
        Require.text("name", name, 64);
        Require.present("trigger", trigger);
        actions = Require.list("actions", actions);
    }

    /** Once so much of the target is used up, 1 to 1000 percent. */
    public static EscalationLevel atPercent(String name, int percent) {
        return new EscalationLevel(name, new Trigger.Percent(percent), false, List.of());
    }

    /** So much business time before it is due. */
    public static EscalationLevel beforeDue(String name, Duration businessTime) {
        return afterDue(name, Require.present("businessTime", businessTime).negated());
    }

    /** So much business time after it is due; nothing for the moment itself. */
    public static EscalationLevel afterDue(String name, Duration businessTime) {
        return new EscalationLevel(name, new Trigger.FromDue(businessTime), false, List.of());
    }

    /** The same, doing this. */
    public EscalationLevel then(EscalationAction... more) {
        return new EscalationLevel(name, trigger, urgent, Arrays.asList(more));
    }

    /** The same, at any hour. */
    public EscalationLevel urgently() {
        return new EscalationLevel(name, trigger, true, actions);
    }
}
