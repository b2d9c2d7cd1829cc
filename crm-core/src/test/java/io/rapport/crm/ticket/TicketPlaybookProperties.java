package io.rapport.crm.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.crm.calendar.BusinessCalendar;
import io.rapport.crm.calendar.CalendarId;
import io.rapport.crm.calendar.Hours;
import io.rapport.crm.calendar.WeeklyHours;
import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.fault.CrmException;
import io.rapport.crm.id.Actor;
import io.rapport.crm.playbook.DraftPlaybook;
import io.rapport.crm.playbook.Guard;
import io.rapport.crm.playbook.Playbook;
import io.rapport.crm.playbook.PlaybookId;
import io.rapport.crm.playbook.Procedure;
import io.rapport.crm.playbook.Step;
import io.rapport.crm.playbook.TicketFacts;
import io.rapport.crm.playbook.VersionRef;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Random lives of tickets that follow playbooks. */
class TicketPlaybookProperties {

    private static final Instant START = Instant.parse("2026-03-02T09:30:00Z");
    private static final Actor BEA = Actor.of("bea");
    private static final BusinessCalendar OFFICE = BusinessCalendar.builder(
                    CalendarId.of("office"), ZoneId.of("Europe/Zagreb"))
            .weekly(WeeklyHours.weekdays(Hours.of("09:00", "17:00")))
            .build();
    private static final List<Playbook> PLAYBOOKS = List.of(
            published(
                    1,
                    Step.mandatory("photo", "Ask for a picture", "agent").within(Duration.ofMinutes(5)),
                    Step.optional("supplier", "Ask the supplier", "buyer").within(Duration.ofMinutes(10)),
                    Step.mandatory("replace", "Send a new one", "warehouse").when(Guard.once("supplier"))),
            published(2, Step.mandatory("call", "Call", "agent").within(Duration.ofHours(9))));

    @FunctionalInterface
    private interface Verb extends BiFunction<Ticket, Instant, Ticket> {}

    @Property
    void the_history_folds_to_the_state(@ForAll("lives") List<Verb> life) {
        Ticket ticket = lived(opened(), life);

        assertThat(Ticket.fold(ticket.changes())).isEqualTo(ticket.saved());
        assertThat(ticket.version()).isEqualTo(ticket.changes().size());
    }

    @Property
    void a_save_halfway_changes_nothing_but_what_is_unsaved(
            @ForAll("lives") List<Verb> first, @ForAll("lives") List<Verb> second) {
        Ticket halfway = lived(opened(), first);
        Ticket once = lived(halfway, second);
        Ticket twice = lived(halfway.saved(), second);

        assertThat(twice.saved()).isEqualTo(once.saved());
        assertThat(twice.savedVersion()).isEqualTo(halfway.version());
    }

    @Property
    void no_ticket_is_resolved_with_open_mandatory_steps(@ForAll("lives") List<Verb> life) {
        Ticket ticket = lived(opened(), life);

        if (ticket.resolvedAt().isPresent()) {
            assertThat(new TicketPlan(ticket).openMandatorySteps()).isEmpty();
        }
    }

    @Property
    void every_playbook_is_followed_once_in_each_version_and_none_is_lost(@ForAll("lives") List<Verb> life) {
        Ticket ticket = lived(opened(), life);

        assertThat(ticket.playbooks().stream().map(playbook -> playbook.ref())).doesNotHaveDuplicates();
        assertThat(ticket.playbooks())
                .hasSameSizeAs(ticket.changes().stream()
                        .filter(TicketEvent.PlaybookApplied.class::isInstance)
                        .toList());
    }

    @Property
    void deadlines_are_those_of_the_open_steps_in_business_time(@ForAll("lives") List<Verb> life) {
        Ticket ticket = lived(opened(), life);
        Instant now = at(ticket);

        for (StepDeadline deadline : new TicketPlan(ticket).deadlines(OFFICE, now)) {
            Instant appliedAt = ticket.playbooks().stream()
                    .filter(playbook -> playbook.ref().equals(deadline.playbook()))
                    .filter(playbook -> playbook.openSteps().contains(deadline.step()))
                    .findFirst()
                    .orElseThrow()
                    .appliedAt();
            assertThat(OFFICE.between(appliedAt, deadline.due()))
                    .isEqualTo(deadline.step().deadline().orElseThrow());
            assertThat(deadline.overdue()).isEqualTo(now.isAfter(deadline.due()));
        }
    }

    @Provide
    Arbitrary<List<Verb>> lives() {
        return Arbitraries.frequencyOf(
                        Tuple.of(3, applications()),
                        Tuple.of(10, steps()),
                        Tuple.of(8, progress()),
                        Tuple.of(1, ends()))
                .list()
                .ofMaxSize(25);
    }

    private static Arbitrary<Verb> applications() {
        return Arbitraries.of(PLAYBOOKS)
                .map(playbook -> (ticket, now) -> new TicketPlan(ticket)
                        .apply(
                                playbook.apply(TicketFacts.of("QUESTION", 1), now),
                                PlaybookTrigger.REQUEST,
                                List.of(),
                                BEA,
                                now));
    }

    private static Arbitrary<Verb> steps() {
        Arbitrary<VersionRef> versions = Arbitraries.of(PLAYBOOKS).map(playbook -> new VersionRef(playbook.id(), 1));
        Arbitrary<String> keys = Arbitraries.of("photo", "supplier", "replace", "call");
        return Arbitraries.oneOf(
                versions.flatMap(version -> keys.map(key -> (ticket, now) ->
                        new TicketPlan(ticket).complete(CompleteStep.of(ticket.id(), version, key, BEA), now))),
                versions.flatMap(version -> keys.map(key -> (ticket, now) ->
                        new TicketPlan(ticket).skip(SkipStep.of(ticket.id(), version, key, "No need", BEA), now))));
    }

    private static Arbitrary<Verb> progress() {
        return Arbitraries.of(
                (ticket, now) -> ticket.start(BEA, now),
                (ticket, now) -> ticket.resolve(Resolution.of("done", ""), BEA, now),
                (ticket, now) -> ticket.reopen("Not done", now));
    }

    private static Arbitrary<Verb> ends() {
        return Arbitraries.of((ticket, now) -> ticket.cancel("Spam", BEA, now), Ticket::close);
    }

    private static Ticket opened() {
        CustomerId ann = new CustomerId(new UUID(0, 2));
        return Ticket.open(
                new TicketId(new UUID(0, 1)), OpenTicket.of(ann, TicketKind.QUESTION, "Where is it?"), START);
    }

    private static Ticket lived(Ticket from, List<Verb> life) {
        Ticket ticket = from;
        for (Verb verb : life) {
            ticket = tried(ticket, verb);
        }
        return ticket;
    }

    private static Ticket tried(Ticket ticket, Verb verb) {
        try {
            return verb.apply(ticket, at(ticket));
        } catch (CrmException refused) {
            return ticket;
        }
    }

    private static Instant at(Ticket ticket) {
        return START.plusSeconds(60 * ticket.version());
    }

    private static Playbook published(long id, Step... steps) {
        DraftPlaybook command = DraftPlaybook.of("playbook-" + id, "Plan", Procedure.of(steps));
        return Playbook.draft(new PlaybookId(new UUID(1, id)), command, START).publish(BEA, START);
    }
}
