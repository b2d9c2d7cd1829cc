package io.rapport.crm.ticket;

import static io.rapport.crm.ticket.TicketStatus.CANCELLED;
import static io.rapport.crm.ticket.TicketStatus.CLOSED;
import static io.rapport.crm.ticket.TicketStatus.MERGED;
import static io.rapport.crm.ticket.TicketStatus.NEW;
import static io.rapport.crm.ticket.TicketStatus.OPEN;
import static io.rapport.crm.ticket.TicketStatus.RESOLVED;
import static io.rapport.crm.ticket.TicketStatus.SCHEDULED;
import static io.rapport.crm.ticket.TicketStatus.WAITING_CUSTOMER;
import static io.rapport.crm.ticket.TicketStatus.WAITING_THIRD_PARTY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.common.collect.ImmutableTable;
import com.google.common.collect.Table;
import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.event.IllegalTransitionException;
import io.rapport.crm.id.Actor;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Random lives of tickets. */
class TicketProperties {

    private static final Instant START = Instant.parse("2026-03-02T09:30:00Z");
    private static final Duration HALF_A_MINUTE = Duration.ofSeconds(30);
    private static final Actor BEA = Actor.of("bea");
    private static final CustomerId ANN = new CustomerId(new UUID(0, 2));
    private static final TicketPolicy A_WEEK = TicketPolicy.of(Duration.ofDays(7), Duration.ofDays(7));

    private enum Verb {
        CUSTOMER_REPLY((ticket, now) -> ticket.customerReply("Hello?", now)),
        STAFF_REPLY((ticket, now) -> ticket.staffReply(BEA, "Yes", now)),
        CALL((ticket, now) -> ticket.logCall(BEA, "Called back", now)),
        NOTE((ticket, now) -> ticket.note(BEA, "Ask the carrier", now)),
        AUTOMATIC((ticket, now) -> ticket.automaticMessage(Actor.of("bot"), "We got it", now)),
        START_WORK((ticket, now) -> ticket.start(BEA, now)),
        PARK_FOR_CUSTOMER((ticket, now) -> ticket.park(WaitingFor.CUSTOMER, BEA, now)),
        PARK_FOR_CUSTOMER_UNTIL((ticket, now) -> ticket.park(WaitingFor.CUSTOMER, now.plus(HALF_A_MINUTE), BEA, now)),
        PARK_FOR_THIRD_PARTY((ticket, now) -> ticket.park(WaitingFor.THIRD_PARTY, BEA, now)),
        PARK_FOR_THIRD_PARTY_UNTIL(
                (ticket, now) -> ticket.park(WaitingFor.THIRD_PARTY, now.plus(HALF_A_MINUTE), BEA, now)),
        SCHEDULE((ticket, now) -> ticket.schedule(now.plus(HALF_A_MINUTE), BEA, now)),
        RESUME((ticket, now) -> ticket.resume(BEA, now)),
        WAKE(Ticket::wake),
        RESOLVE((ticket, now) -> ticket.resolve(Resolution.of("replaced", ""), BEA, now)),
        CONFIRM(Ticket::confirm),
        REOPEN((ticket, now) -> ticket.reopen("Broken again", A_WEEK, now)),
        REOPEN_TOO_LATE((ticket, now) -> ticket.reopen("Broken again", A_WEEK, now.plus(Duration.ofDays(7)))),
        CLOSE(Ticket::close),
        CANCEL((ticket, now) -> ticket.cancel("Spam", BEA, now)),
        MERGE((ticket, now) -> merged(ticket, another(), now).source()),
        TAKE_IN((ticket, now) -> merged(another(), ticket, now).target()),
        ASSIGN((ticket, now) -> ticket.assign(Assignment.to(Actor.of("agent-" + ticket.version())), BEA, now)),
        PRIORITY((ticket, now) -> ticket.changePriority(other(ticket.triage().priority()), BEA, now)),
        TAG((ticket, now) -> ticket.tag("tag-" + ticket.version(), BEA, now)),
        WATCH((ticket, now) -> ticket.watch(Actor.of("watcher-" + ticket.version()), BEA, now)),
        LINK((ticket, now) -> ticket.link(TicketLink.related(new TicketId(new UUID(9, ticket.version()))), BEA, now));

        private final BiFunction<Ticket, Instant, Ticket> act;

        Verb(BiFunction<Ticket, Instant, Ticket> act) {
            this.act = act;
        }
    }

    private static final List<TicketStatus> LIVE = List.of(NEW, OPEN, WAITING_CUSTOMER, WAITING_THIRD_PARTY, SCHEDULED);

    /** Where each verb leads from each state; what is not here is refused. */
    private static final Table<TicketStatus, Verb, TicketStatus> TRANSITIONS = transitions();

    private static Table<TicketStatus, Verb, TicketStatus> transitions() {
        ImmutableTable.Builder<TicketStatus, Verb, TicketStatus> table =
                ImmutableTable.<TicketStatus, Verb, TicketStatus>builder()
                        .put(NEW, Verb.CUSTOMER_REPLY, NEW)
                        .put(NEW, Verb.STAFF_REPLY, OPEN)
                        .put(NEW, Verb.CALL, OPEN)
                        .put(NEW, Verb.START_WORK, OPEN)
                        .put(OPEN, Verb.CUSTOMER_REPLY, OPEN)
                        .put(OPEN, Verb.STAFF_REPLY, OPEN)
                        .put(OPEN, Verb.CALL, OPEN)
                        .put(OPEN, Verb.PARK_FOR_CUSTOMER, WAITING_CUSTOMER)
                        .put(OPEN, Verb.PARK_FOR_CUSTOMER_UNTIL, WAITING_CUSTOMER)
                        .put(OPEN, Verb.PARK_FOR_THIRD_PARTY, WAITING_THIRD_PARTY)
                        .put(OPEN, Verb.PARK_FOR_THIRD_PARTY_UNTIL, WAITING_THIRD_PARTY)
                        .put(OPEN, Verb.SCHEDULE, SCHEDULED)
                        .put(OPEN, Verb.RESOLVE, RESOLVED)
                        .put(WAITING_CUSTOMER, Verb.CUSTOMER_REPLY, OPEN)
                        .put(WAITING_CUSTOMER, Verb.STAFF_REPLY, WAITING_CUSTOMER)
                        .put(WAITING_CUSTOMER, Verb.CALL, WAITING_CUSTOMER)
                        .put(WAITING_CUSTOMER, Verb.RESUME, OPEN)
                        .put(WAITING_CUSTOMER, Verb.WAKE, OPEN)
                        .put(WAITING_THIRD_PARTY, Verb.CUSTOMER_REPLY, WAITING_THIRD_PARTY)
                        .put(WAITING_THIRD_PARTY, Verb.STAFF_REPLY, WAITING_THIRD_PARTY)
                        .put(WAITING_THIRD_PARTY, Verb.CALL, WAITING_THIRD_PARTY)
                        .put(WAITING_THIRD_PARTY, Verb.RESUME, OPEN)
                        .put(WAITING_THIRD_PARTY, Verb.WAKE, OPEN)
                        .put(SCHEDULED, Verb.CUSTOMER_REPLY, SCHEDULED)
                        .put(SCHEDULED, Verb.STAFF_REPLY, SCHEDULED)
                        .put(SCHEDULED, Verb.CALL, SCHEDULED)
                        .put(SCHEDULED, Verb.RESUME, OPEN)
                        .put(SCHEDULED, Verb.WAKE, OPEN)
                        .put(RESOLVED, Verb.CALL, RESOLVED)
                        .put(RESOLVED, Verb.CONFIRM, RESOLVED)
                        .put(RESOLVED, Verb.REOPEN, OPEN)
                        .put(RESOLVED, Verb.CLOSE, CLOSED)
                        .put(RESOLVED, Verb.ASSIGN, RESOLVED)
                        .put(RESOLVED, Verb.PRIORITY, RESOLVED);
        for (TicketStatus live : LIVE) {
            table.put(live, Verb.CANCEL, CANCELLED)
                    .put(live, Verb.MERGE, MERGED)
                    .put(live, Verb.TAKE_IN, live)
                    .put(live, Verb.ASSIGN, live)
                    .put(live, Verb.PRIORITY, live);
        }
        for (TicketStatus kept :
                List.of(NEW, OPEN, WAITING_CUSTOMER, WAITING_THIRD_PARTY, SCHEDULED, RESOLVED, CLOSED)) {
            for (Verb verb : List.of(Verb.NOTE, Verb.AUTOMATIC, Verb.TAG, Verb.WATCH, Verb.LINK)) {
                table.put(kept, verb, kept);
            }
        }
        return table.build();
    }

    @Property
    void a_ticket_moves_only_as_the_table_says(@ForAll("verbs") List<Verb> verbs) {
        Ticket ticket = opened();
        for (Verb verb : verbs) {
            ticket = tried(ticket, verb);
        }
    }

    @Property(generation = GenerationMode.EXHAUSTIVE)
    void the_table_says_what_a_verb_does_in_every_state(@ForAll Verb verb) {
        inEveryState().values().forEach(ticket -> tried(ticket, verb));
    }

    @Example
    void every_state_can_be_reached() {
        inEveryState().forEach((status, ticket) -> assertThat(ticket.status()).isEqualTo(status));
        assertThat(inEveryState().keySet()).containsExactlyInAnyOrder(TicketStatus.values());
    }

    @Property
    void the_history_folds_to_the_state(@ForAll("verbs") List<Verb> verbs) {
        Ticket ticket = life(verbs);

        assertThat(Ticket.fold(ticket.changes())).isEqualTo(ticket.saved());
        assertThat(ticket.version()).isEqualTo(ticket.changes().size());
        assertThat(ticket.savedVersion()).isZero();
    }

    @Property
    void a_save_halfway_changes_nothing_but_what_is_unsaved(
            @ForAll("verbs") List<Verb> first, @ForAll("verbs") List<Verb> second) {
        Ticket halfway = life(first);
        Ticket once = continued(halfway, second);
        Ticket twice = continued(halfway.saved(), second);

        assertThat(twice.saved()).isEqualTo(once.saved());
        assertThat(twice.savedVersion()).isEqualTo(halfway.version());
        assertThat(twice.changes())
                .isEqualTo(once.changes()
                        .subList(halfway.changes().size(), once.changes().size()));
    }

    @Property
    void what_a_ticket_says_about_its_life_fits_its_state(@ForAll("verbs") List<Verb> verbs) {
        Ticket ticket = life(verbs);
        TicketStatus status = ticket.status();
        boolean done = status == RESOLVED || status == CLOSED;

        assertThat(ticket.resolution().isPresent()).isEqualTo(done);
        assertThat(ticket.resolvedAt().isPresent()).isEqualTo(done);
        assertThat(ticket.closedAt().isPresent()).isEqualTo(status == CLOSED);
        assertThat(ticket.mergedInto().isPresent()).isEqualTo(status == MERGED);
        assertThat(ticket.confirmedAt().isPresent() && !done).isFalse();
        assertThat(ticket.wakeAt().isPresent() && !status.waiting()).isFalse();
        assertThat(status == SCHEDULED && ticket.wakeAt().isEmpty()).isFalse();
        assertThat(status.live()).isEqualTo(LIVE.contains(status));
        assertThat(ticket.changes().stream().filter(TicketEvent.Reopened.class::isInstance))
                .hasSize(ticket.reopens());
    }

    @Property
    void only_an_answer_in_writing_or_a_call_is_a_first_response(@ForAll("verbs") List<Verb> verbs) {
        Ticket ticket = life(verbs);

        assertThat(ticket.firstResponseAt())
                .isEqualTo(ticket.changes().stream()
                        .filter(event ->
                                event instanceof TicketEvent.StaffReplied || event instanceof TicketEvent.CallLogged)
                        .map(TicketEvent::at)
                        .findFirst());
    }

    @Property
    void every_message_and_nothing_else_is_in_the_conversation(@ForAll("verbs") List<Verb> verbs) {
        Ticket ticket = life(verbs);
        Conversation conversation = Conversation.of(ticket.id(), ticket.changes());

        assertThat(conversation.messages().stream().map(Conversation.Message::at))
                .isEqualTo(ticket.changes().stream()
                        .filter(TicketEvent.MessageEvent.class::isInstance)
                        .map(TicketEvent::at)
                        .toList());
        assertThat(conversation.contacts())
                .isEqualTo(conversation.messages().stream()
                        .filter(message -> message.kind() != MessageKind.INTERNAL_NOTE)
                        .toList());
    }

    @Provide
    Arbitrary<List<Verb>> verbs() {
        Arbitrary<Verb> any = Arbitraries.of(Verb.class);
        // Verbs that end a life are rare, so that lives are long.
        Arbitrary<Verb> going = any.filter(verb -> verb != Verb.CANCEL && verb != Verb.MERGE && verb != Verb.CLOSE);
        return Arbitraries.frequencyOf(Tuple.of(19, going), Tuple.of(1, any))
                .list()
                .ofMaxSize(40);
    }

    /** Does what the table allows, and shows that the rest is refused. */
    private static Ticket tried(Ticket before, Verb verb) {
        Optional<TicketStatus> allowed =
                Optional.ofNullable(TRANSITIONS.get(before.status(), verb)).filter(next -> possible(before, verb));
        if (allowed.isEmpty()) {
            assertThatExceptionOfType(IllegalTransitionException.class)
                    .as("%s in %s", verb, before.status())
                    .isThrownBy(() -> verb.act.apply(before, at(before)))
                    .satisfies(refused -> assertThat(refused.state())
                            .isEqualTo(before.status().name()));
            return before;
        }
        Ticket after = verb.act.apply(before, at(before));
        boolean again = verb == Verb.CONFIRM && before.confirmedAt().isPresent();
        assertThat(after.status()).as("%s in %s", verb, before.status()).isEqualTo(allowed.get());
        assertThat(after.version()).isEqualTo(before.version() + (again ? 0 : 1));
        return after;
    }

    /** A wait without an end never wakes by itself; every other wait here has ended by the next verb. */
    private static boolean possible(Ticket ticket, Verb verb) {
        return verb != Verb.WAKE || ticket.wakeAt().isPresent();
    }

    private static Map<TicketStatus, Ticket> inEveryState() {
        Map<TicketStatus, List<Verb>> ways = new EnumMap<>(Map.of(
                NEW, List.of(),
                OPEN, List.of(Verb.START_WORK),
                WAITING_CUSTOMER, List.of(Verb.START_WORK, Verb.PARK_FOR_CUSTOMER_UNTIL),
                WAITING_THIRD_PARTY, List.of(Verb.START_WORK, Verb.PARK_FOR_THIRD_PARTY),
                SCHEDULED, List.of(Verb.STAFF_REPLY, Verb.SCHEDULE),
                RESOLVED, List.of(Verb.STAFF_REPLY, Verb.RESOLVE),
                CLOSED, List.of(Verb.STAFF_REPLY, Verb.RESOLVE, Verb.CLOSE),
                MERGED, List.of(Verb.MERGE),
                CANCELLED, List.of(Verb.CANCEL)));
        Map<TicketStatus, Ticket> tickets = new EnumMap<>(TicketStatus.class);
        ways.forEach((status, way) -> tickets.put(status, life(way)));
        return tickets;
    }

    private static Merge merged(Ticket source, Ticket target, Instant now) {
        return Merge.of(source, target.id(), target, MergeTickets.of(source.id(), target.id(), BEA), now);
    }

    private static TicketPriority other(TicketPriority priority) {
        return priority == TicketPriority.URGENT ? TicketPriority.LOW : TicketPriority.URGENT;
    }

    private static Ticket opened() {
        return opened(new UUID(0, 1));
    }

    private static Ticket another() {
        return opened(new UUID(0, 7));
    }

    private static Ticket opened(UUID id) {
        return Ticket.open(new TicketId(id), OpenTicket.of(ANN, TicketKind.QUESTION, "Where is it?"), START);
    }

    private static Ticket life(List<Verb> verbs) {
        return continued(opened(), verbs);
    }

    private static Ticket continued(Ticket from, List<Verb> verbs) {
        Ticket ticket = from;
        for (Verb verb : verbs) {
            if (TRANSITIONS.contains(ticket.status(), verb) && possible(ticket, verb)) {
                ticket = verb.act.apply(ticket, at(ticket));
            }
        }
        return ticket;
    }

    private static Instant at(Ticket ticket) {
        return START.plusSeconds(60 * ticket.version());
    }
}
