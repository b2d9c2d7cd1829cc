package io.rapport.crm.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.crm.Crm;
import io.rapport.crm.calendar.BusinessCalendar;
import io.rapport.crm.calendar.CalendarId;
import io.rapport.crm.calendar.Hours;
import io.rapport.crm.calendar.WeeklyHours;
import io.rapport.crm.contract.SettableClock;
import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.customer.RegisterCustomer;
import io.rapport.crm.event.IllegalTransitionException;
import io.rapport.crm.id.Actor;
import io.rapport.crm.ticket.sla.EscalationAction;
import io.rapport.crm.ticket.sla.EscalationLevel;
import io.rapport.crm.ticket.sla.Metric;
import io.rapport.crm.ticket.sla.ServiceClocks;
import io.rapport.crm.ticket.sla.Target;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** A tick does what is due; it is not what makes time pass. */
class TickProperties {

    private static final Actor BEA = Actor.of("bea");
    private static final CalendarId OFFICE = CalendarId.of("office");
    private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");

    /** What people do; where it is refused, nothing happens. */
    enum Deed {
        CUSTOMER((tickets, id) -> tickets.customerReply(id, "Hello?")),
        ANSWER((tickets, id) -> tickets.staffReply(id, BEA, "Yes")),
        NOTE((tickets, id) -> tickets.note(id, BEA, "Ask the carrier")),
        START((tickets, id) -> tickets.start(id, BEA)),
        RESUME((tickets, id) -> tickets.resume(id, BEA)),
        PARK((tickets, id) -> tickets.park(id, WaitingFor.CUSTOMER, BEA)),
        PARK_A_WHILE((tickets, id) ->
                tickets.park(id, WaitingFor.THIRD_PARTY, now(tickets, id).plus(Duration.ofMinutes(50)), BEA)),
        URGENT((tickets, id) -> tickets.changePriority(id, TicketPriority.URGENT, BEA)),
        HIGH((tickets, id) -> tickets.changePriority(id, TicketPriority.HIGH, BEA)),
        NORMAL((tickets, id) -> tickets.changePriority(id, TicketPriority.NORMAL, BEA)),
        DELIVERY((tickets, id) -> tickets.changeCategory(id, Optional.of("delivery"), BEA)),
        RESOLVE((tickets, id) -> tickets.resolve(id, Resolution.of("done", ""), BEA)),
        REOPEN((tickets, id) -> tickets.reopen(id, "Broken again"));

        private final BiConsumer<Tickets, TicketId> verb;

        Deed(BiConsumer<Tickets, TicketId> verb) {
            this.verb = verb;
        }

        /** A wait whose end no tick has noticed is ended by hand, which changes no clock. */
        void on(Tickets tickets, TicketId id) {
            if (this == PARK || this == PARK_A_WHILE || this == RESOLVE) {
                RESUME.tried(tickets, id);
            }
            tried(tickets, id);
        }

        private void tried(Tickets tickets, TicketId id) {
            try {
                verb.accept(tickets, id);
            } catch (IllegalTransitionException refused) {
                assertThat(refused.id()).isEqualTo(id);
            }
        }

        private static Instant now(Tickets tickets, TicketId id) {
            return tickets.clocks(id).asOf();
        }
    }

    /**
     * Something that happens after a while.
     *
     * @param ticks at how many instants of that while somebody ticks, where anybody does
     */
    record Turn(Deed deed, int minutes, int ticks) {}

    @Property(tries = 150)
    void clocks_do_not_depend_on_when_or_how_often_anybody_ticked(
            @ForAll @Size(min = 1, max = 12) List<Deed> deeds,
            @ForAll @Size(12) List<@IntRange(min = 1, max = 200) Integer> minutes,
            @ForAll @Size(12) List<@IntRange(min = 0, max = 4) Integer> ticks) {
        Desk never = new Desk();
        Desk often = new Desk();
        for (int i = 0; i < deeds.size(); i++) {
            Turn turn = new Turn(deeds.get(i), minutes.get(i), ticks.get(i));
            never.live(new Turn(turn.deed(), turn.minutes(), 0));
            often.live(turn);

            assertThat(often.clocks().stretches()).isEqualTo(never.clocks().stretches());
        }
    }

    @Property(tries = 150)
    void no_level_fires_twice_for_the_same_promise(
            @ForAll @Size(min = 1, max = 12) List<Deed> deeds,
            @ForAll @Size(12) List<@IntRange(min = 1, max = 200) Integer> minutes) {
        Desk desk = new Desk();
        for (int i = 0; i < deeds.size(); i++) {
            desk.live(new Turn(deeds.get(i), minutes.get(i), 3));
        }

        List<String> fired = desk.crm.tickets().history(desk.id).stream()
                .filter(TicketEvent.Escalated.class::isInstance)
                .map(TicketEvent.Escalated.class::cast)
                .map(event -> event.metric() + " " + event.owedSince() + " " + event.level())
                .collect(Collectors.toList());
        assertThat(fired).doesNotHaveDuplicates();
    }

    /** One ticket under policies that escalate in every way. */
    private static final class Desk {

        private final SettableClock clock = new SettableClock(MONDAY);
        private final Crm crm = Crm.builder().clock(clock).build();
        private final TicketId id;

        Desk() {
            crm.calendars()
                    .define(
                            BusinessCalendar.builder(OFFICE, ZoneOffset.UTC)
                                    .weekly(WeeklyHours.weekdays(Hours.of("09:00", "17:00")))
                                    .build(),
                            BEA);
            define(policy("all", 4));
            define(policy("delivery", 3).inCategories("delivery"));
            define(policy("high", 2).forPriorities(TicketPriority.HIGH));
            define(policy("urgent", 1).forPriorities(TicketPriority.URGENT));
            CustomerId ann =
                    crm.customers().register(RegisterCustomer.person("Ann")).id();
            id = crm.tickets()
                    .open(OpenTicket.of(ann, TicketKind.QUESTION, "How?"))
                    .id();
        }

        void live(Turn turn) {
            Duration step = Duration.ofMinutes(turn.minutes()).dividedBy(turn.ticks() + 1L);
            for (int i = 0; i < turn.ticks(); i++) {
                clock.move(step);
                crm.tickets().tick();
            }
            clock.move(Duration.ofMinutes(turn.minutes()).minus(step.multipliedBy(turn.ticks())));
            turn.deed().on(crm.tickets(), id);
        }

        ServiceClocks clocks() {
            return crm.tickets().clocks(id);
        }

        private void define(ServicePolicyBuilder policy) {
            crm.servicePolicies().define(policy.build(), BEA);
        }

        private static ServicePolicyBuilder policy(String name, int hours) {
            return ServicePolicy.builder(name, OFFICE)
                    .promise(Metric.FIRST_RESPONSE, Target.of(Duration.ofHours(hours)))
                    .promise(Metric.NEXT_RESPONSE, Target.of(Duration.ofHours(hours)))
                    .promise(Metric.RESOLUTION, Target.of(Duration.ofHours(2L * hours)))
                    .escalate(
                            Metric.FIRST_RESPONSE,
                            EscalationLevel.atPercent("half", 50).then(EscalationAction.raisePriority()))
                    .escalate(Metric.FIRST_RESPONSE, EscalationLevel.atPercent("due", 100))
                    .escalate(
                            Metric.RESOLUTION,
                            EscalationLevel.atPercent("half", 50).then(EscalationAction.raisePriority()))
                    .escalate(
                            Metric.RESOLUTION,
                            EscalationLevel.afterDue("late", Duration.ofMinutes(30))
                                    .then(EscalationAction.reassignToTeam("second line"))
                                    .urgently());
        }
    }
}
