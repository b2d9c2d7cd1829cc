package io.rapport.crm.ticket;

import io.rapport.crm.calendar.BusinessCalendar;
import io.rapport.crm.calendar.CalendarId;
import io.rapport.crm.calendar.Calendars;
import io.rapport.crm.customer.Customer;
import io.rapport.crm.customer.CustomerRepository;
import io.rapport.crm.fault.NotFoundException;
import io.rapport.crm.store.Definition;
import io.rapport.crm.store.Definitions;
import io.rapport.crm.store.Workspace;
import io.rapport.crm.ticket.sla.Agreement;
import io.rapport.crm.ticket.sla.ServiceLevel;
import io.rapport.crm.ticket.sla.ServiceLevelId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The policies and calendars by which tickets are judged, each read once. Not thread-safe; made for one piece of work. */
final class ServiceTerms {

    private static final Comparator<ServicePolicy> MOST_SPECIFIC_FIRST = Comparator.comparingInt(
                    (ServicePolicy policy) -> policy.scope().specificity())
            .reversed()
            .thenComparing(policy -> policy.id().value());

    private record Version<I>(I id, int number) {}

    private final Workspace workspace;
    private final Definitions<ServicePolicy> policies;
    private final Calendars calendars;
    private final Map<Version<ServiceLevelId>, ServicePolicy> knownPolicies = new HashMap<>();
    private final Map<Version<CalendarId>, BusinessCalendar> knownCalendars = new HashMap<>();

    ServiceTerms(Workspace workspace, Calendars calendars) {
        this.workspace = workspace;
        this.policies = new Definitions<>(workspace, ServicePolicyRepository.class);
        this.calendars = calendars.in(workspace);
    }

    /** What a ticket would be agreed under today: the most specific policy that is meant for it. */
    Optional<ServiceAgreement> match(Ticket ticket, Customer customer) {
        return best(ticket, Optional.empty(), () -> customer.handling().tier()).map(this::fromCreation);
    }

    /**
     * What a ticket is agreed under after it was sorted anew. What it was agreed under before stands in the version that
     * it has, also if it is retired by now, and stays unless another is more specific.
     */
    Optional<ServiceAgreement> rematch(Ticket ticket) {
        Optional<ServicePolicy> present = ticket.agreement().map(terms -> policy(terms.policy(), terms.version()));
        Optional<ServicePolicy> best = best(ticket, present, () -> tier(ticket));
        return best.equals(present) ? ticket.agreement() : best.map(this::fromCreation);
    }

    /** The newest versions of what was agreed before, or of what is meant for the ticket today. */
    Optional<ServiceAgreement> renewed(Ticket ticket) {
        Agreement.Start start = ticket.agreement().map(ServiceAgreement::start).orElse(Agreement.Start.CREATION);
        return best(ticket, Optional.empty(), () -> tier(ticket)).map(policy -> agreement(policy, start));
    }

    /** The newest version of a policy that the host chose. */
    ServiceAgreement chosen(ServiceLevelId id, Agreement.Start start) {
        ServicePolicy policy = policies.latest(id.value())
                .map(Definition::content)
                .orElseThrow(() -> new NotFoundException("service-level policy " + id.value()));
        return agreement(policy, start);
    }

    /** What was agreed on a ticket in the course of time, oldest first. */
    List<Agreement> agreements(List<TicketEvent> history) {
        return agreements(history, ServicePolicy::level);
    }

    /** The same for the deadlines of a complaint. */
    List<Agreement> deadlines(List<TicketEvent> history) {
        return agreements(history, ServicePolicy::complaintLevel);
    }

    private List<Agreement> agreements(List<TicketEvent> history, Function<ServicePolicy, ServiceLevel> level) {
        List<Agreement> agreed = new ArrayList<>();
        for (TicketEvent event : history) {
            if (event instanceof TicketEvent.ServiceAgreed change) {
                change.agreement()
                        .map(terms -> agreement(terms, level, change.at()))
                        .or(() -> last(agreed).map(before -> nothing(before, change.at())))
                        .ifPresent(agreed::add);
            }
        }
        return agreed;
    }

    ServicePolicy policy(ServiceLevelId id, int version) {
        return knownPolicies.computeIfAbsent(
                new Version<>(id, version),
                key -> policies.find(id.value(), version)
                        .map(Definition::content)
                        .orElseThrow(() -> new NotFoundException("version " + version + " of policy " + id.value())));
    }

    private Agreement agreement(ServiceAgreement terms, Function<ServicePolicy, ServiceLevel> level, Instant from) {
        ServiceLevel promised = level.apply(policy(terms.policy(), terms.version()));
        return new Agreement(from, promised, calendar(terms.calendar(), terms.calendarVersion()), terms.start());
    }

    private static Agreement nothing(Agreement before, Instant from) {
        ServiceLevel empty =
                ServiceLevel.version(before.level().id(), before.level().version());
        return new Agreement(from, empty, before.calendar(), before.start());
    }

    private static Optional<Agreement> last(List<Agreement> agreed) {
        return agreed.isEmpty() ? Optional.empty() : Optional.of(agreed.get(agreed.size() - 1));
    }

    /** The most specific among the newest versions and the one that the ticket has, which stands for its policy. */
    private Optional<ServicePolicy> best(
            Ticket ticket, Optional<ServicePolicy> present, Supplier<Optional<String>> tierOfCustomer) {
        Stream<ServicePolicy> newest = policies.latest().stream()
                .map(Definition::content)
                .filter(policy -> !policy.retired())
                .filter(policy -> !present.map(ServicePolicy::id).equals(Optional.of(policy.id())));
        List<ServicePolicy> offered = Stream.concat(newest, present.stream())
                .sorted(MOST_SPECIFIC_FIRST)
                .toList();
        Optional<String> tier =
                offered.stream().allMatch(policy -> policy.scope().tiers().isEmpty())
                        ? Optional.empty()
                        : tierOfCustomer.get();
        return offered.stream()
                .filter(policy -> policy.scope().holds(ticket, tier))
                .findFirst();
    }

    private Optional<String> tier(Ticket ticket) {
        return workspace.reading(unit -> unit.repository(CustomerRepository.class)
                .find(ticket.customer())
                .flatMap(customer -> customer.handling().tier()));
    }

    private ServiceAgreement fromCreation(ServicePolicy policy) {
        return agreement(policy, Agreement.Start.CREATION);
    }

    private ServiceAgreement agreement(ServicePolicy policy, Agreement.Start start) {
        BusinessCalendar newest = calendars.require(policy.calendar());
        return new ServiceAgreement(policy.id(), policy.version(), policy.calendar(), newest.version(), start);
    }

    private BusinessCalendar calendar(CalendarId id, int version) {
        return knownCalendars.computeIfAbsent(
                new Version<>(id, version),
                key -> calendars
                        .find(id, version)
                        .orElseThrow(() -> new NotFoundException("version " + version + " of calendar " + id.value())));
    }
}
