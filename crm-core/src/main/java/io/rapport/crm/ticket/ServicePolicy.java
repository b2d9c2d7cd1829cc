package io.rapport.crm.ticket;

import io.rapport.crm.calendar.CalendarId;
import io.rapport.crm.fault.InvalidInputException;
import io.rapport.crm.fault.Require;
import io.rapport.crm.ticket.sla.Escalation;
import io.rapport.crm.ticket.sla.Metric;
import io.rapport.crm.ticket.sla.ServiceLevel;
import io.rapport.crm.ticket.sla.ServiceLevelId;
import java.util.Optional;

/**
 * One version of a service-level policy: what is promised, for which tickets, by which calendar, and what is done while a
 * promise is about to be broken. A new ticket gets the most specific policy that is meant for it, and keeps its version
 * through later edits. Immutable, thread-safe.
 *
 * <pre>{@code
 * ServicePolicy gold = ServicePolicy.builder("gold", CalendarId.of("support"))
 *         .forTiers("gold")
 *         .promise(Metric.FIRST_RESPONSE, Target.of(Duration.ofHours(1)))
 *         .escalate(Metric.FIRST_RESPONSE, EscalationLevel.atPercent("warning", 75).then(EscalationAction.tell("lead")))
 *         .build();
 * }</pre>
 *
 * @param level the promises; its id and version are those of the policy
 * @param complaints what is promised about complaints besides
 * @param calendar whose newest version counts when a ticket is agreed on
 * @param retired whether no further ticket gets it
 */
public record ServicePolicy(
        PolicyScope scope,
        ServiceLevel level,
        Optional<ComplaintDeadlines> complaints,
        CalendarId calendar,
        Escalation escalation,
        boolean retired) {

    /**
     * Checks that what is escalated is promised.
     *
     * @throws InvalidInputException naming the metric and the level of an escalation that does not fit the promises
     */
    public ServicePolicy {
        Require.present("scope", scope);
        Require.present("level", level);
        Require.present("complaints", complaints);
        Require.present("calendar", calendar);
        Require.present("escalation", escalation);
        escalation.requireFit(level);
    }

    /** Begins the first version of a policy for every ticket. */
    public static ServicePolicyBuilder builder(String id, CalendarId calendar) {
        return new ServicePolicyBuilder(ServiceLevelId.of(id), 1, calendar);
    }

    /** Begins the next version, with everything as it is. */
    public ServicePolicyBuilder nextVersion() {
        return new ServicePolicyBuilder(this);
    }

    public ServiceLevelId id() {
        return level.id();
    }

    /** The number of the version, from 1. */
    public int version() {
        return level.version();
    }

    /** The deadlines of complaints, told in the metrics of {@link ComplaintClocks}. */
    ServiceLevel complaintLevel() {
        ServiceLevel nothing = ServiceLevel.version(id(), version());
        return complaints
                .map(deadlines -> nothing.promise(Metric.FIRST_RESPONSE, deadlines.acknowledgement())
                        .promise(Metric.RESOLUTION, deadlines.finalAnswer()))
                .orElse(nothing);
    }

    /** The next version, which no further ticket gets. */
    public ServicePolicy retire() {
        ServiceLevel next = new ServiceLevel(id(), version() + 1, level.targets(), level.pauses());
        return new ServicePolicy(scope, next, complaints, calendar, escalation, true);
    }
}
