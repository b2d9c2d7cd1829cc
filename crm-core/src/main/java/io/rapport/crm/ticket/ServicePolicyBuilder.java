package io.rapport.crm.ticket;

import com.google.common.collect.ImmutableSet;
import io.rapport.crm.calendar.CalendarId;
import io.rapport.crm.fault.InvalidInputException;
import io.rapport.crm.fault.Require;
import io.rapport.crm.ticket.sla.Escalation;
import io.rapport.crm.ticket.sla.EscalationLevel;
import io.rapport.crm.ticket.sla.Metric;
import io.rapport.crm.ticket.sla.ServiceLevel;
import io.rapport.crm.ticket.sla.ServiceLevelId;
import io.rapport.crm.ticket.sla.Target;
import io.rapport.crm.ticket.sla.Wait;
import java.util.Optional;

/**
 * Puts a {@link ServicePolicy} together. Each setter refuses bad input at once with an {@link InvalidInputException} that
 * names the field. Not thread-safe; the policy it builds is.
 */
public final class ServicePolicyBuilder {

    private PolicyScope scope = PolicyScope.EVERY_TICKET;
    private ServiceLevel level;
    private Optional<ComplaintDeadlines> complaints = Optional.empty();
    private CalendarId calendar;
    private Escalation escalation = Escalation.NONE;

    ServicePolicyBuilder(ServiceLevelId id, int version, CalendarId calendar) {
        level = ServiceLevel.version(id, version);
        this.calendar = Require.present("calendar", calendar);
    }

    ServicePolicyBuilder(ServicePolicy from) {
        scope = from.scope();
        level = new ServiceLevel(
                from.id(),
                from.version() + 1,
                from.level().targets(),
                from.level().pauses());
        complaints = from.complaints();
        calendar = from.calendar();
        escalation = from.escalation();
    }

    /** Only for customers of these service tiers; of any without. */
    public ServicePolicyBuilder forTiers(String... tiers) {
        scope = new PolicyScope(ImmutableSet.copyOf(tiers), scope.categories(), scope.kinds(), scope.priorities());
        return this;
    }

    /** Only for tickets in these categories; in any without. */
    public ServicePolicyBuilder inCategories(String... categories) {
        scope = new PolicyScope(scope.tiers(), ImmutableSet.copyOf(categories), scope.kinds(), scope.priorities());
        return this;
    }

    /** Only for tickets of these kinds; of any without. */
    public ServicePolicyBuilder forKinds(TicketKind... kinds) {
        scope = new PolicyScope(scope.tiers(), scope.categories(), ImmutableSet.copyOf(kinds), scope.priorities());
        return this;
    }

    /** Only for tickets of these priorities; of any without. */
    public ServicePolicyBuilder forPriorities(TicketPriority... priorities) {
        scope = new PolicyScope(scope.tiers(), scope.categories(), scope.kinds(), ImmutableSet.copyOf(priorities));
        return this;
    }

    /** Promises a metric, or something else for it. */
    public ServicePolicyBuilder promise(Metric metric, Target target) {
        level = level.promise(metric, target);
        return this;
    }

    /** Stops a metric's clock during these waits, and no others; RESOLUTION stops while the customer is waited for anyway. */
    public ServicePolicyBuilder pausing(Metric metric, Wait... waits) {
        level = level.pausing(metric, waits);
        return this;
    }

    /** Promises about complaints, besides the metrics, when they are acknowledged and finally answered. */
    public ServicePolicyBuilder complaints(Target acknowledgement, Target finalAnswer) {
        complaints = Optional.of(new ComplaintDeadlines(acknowledgement, finalAnswer));
        return this;
    }

    /** Reckons with another calendar. */
    public ServicePolicyBuilder calendar(CalendarId id) {
        calendar = Require.present("calendar", id);
        return this;
    }

    /** Adds a level, which is reached later than those that the metric has. */
    public ServicePolicyBuilder escalate(Metric metric, EscalationLevel next) {
        escalation = escalation.with(metric, next);
        return this;
    }

    /** Takes all levels back. */
    public ServicePolicyBuilder withoutEscalation() {
        escalation = Escalation.NONE;
        return this;
    }

    /**
     * The policy.
     *
     * @throws InvalidInputException naming the metric of an escalation that is not promised, or whose levels are out of
     *     order
     */
    public ServicePolicy build() {
        return new ServicePolicy(scope, level, complaints, calendar, escalation, false);
    }
}
