package io.rapport.crm.ticket;

import static io.rapport.crm.ticket.TicketStatus.CLOSED;
import static io.rapport.crm.ticket.TicketStatus.NEW;
import static io.rapport.crm.ticket.TicketStatus.OPEN;
import static io.rapport.crm.ticket.TicketStatus.RESOLVED;
import static io.rapport.crm.ticket.TicketStatus.WAITING_CUSTOMER;
import static io.rapport.crm.ticket.TicketStatus.WAITING_THIRD_PARTY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.common.collect.ImmutableTable;
import com.google.common.collect.Table;
import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.event.IllegalTransitionException;
import io.rapport.crm.id.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Random lives of tickets. */
class TicketProperties {

    private static final Instant START = Instant.parse("2026-03-02T09:30:00Z");
    private static final Actor BEA = Actor.of("bea");

    private enum Verb {
        CUSTOMER_REPLY((ticket, now) -> ticket.customerReply("Hello?", now)),
        STAFF_REPLY((ticket, now) -> ticket.staffReply(BEA, "Yes", now)),
        PARK_FOR_CUSTOMER((ticket, now) -> ticket.park(WaitingFor.CUSTOMER, BEA, now)),
        PARK_FOR_THIRD_PARTY((ticket, now) -> ticket.park(WaitingFor.THIRD_PARTY, BEA, now)),
        RESUME((ticket, now) -> ticket.resume(BEA, now)),
        RESOLVE((ticket, now) -> ticket.resolve(Resolution.of("replaced", ""), BEA, now)),
        REOPEN((ticket, now) -> ticket.reopen("Broken again", now)),
        CLOSE(Ticket::close);

        private final BiFunction<Ticket, Instant, Ticket> act;

        Verb(BiFunction<Ticket, Instant, Ticket> act) {
            this.act = act;
        }
    }

    /** Where each verb leads from each state; what is not here is refused. */
    private static final Table<TicketStatus, Verb, TicketStatus> TRANSITIONS =
            ImmutableTable.<TicketStatus, Verb, TicketStatus>builder()
                    .put(NEW, Verb.CUSTOMER_REPLY, NEW)
                    .put(NEW, Verb.STAFF_REPLY, OPEN)
                    .put(OPEN, Verb.CUSTOMER_REPLY, OPEN)
                    .put(OPEN, Verb.STAFF_REPLY, OPEN)
                    .put(OPEN, Verb.PARK_FOR_CUSTOMER, WAITING_CUSTOMER)
                    .put(OPEN, Verb.PARK_FOR_THIRD_PARTY, WAITING_THIRD_PARTY)
                    .put(OPEN, Verb.RESOLVE, RESOLVED)
                    .put(WAITING_CUSTOMER, Verb.CUSTOMER_REPLY, OPEN)
                    .put(WAITING_CUSTOMER, Verb.STAFF_REPLY, WAITING_CUSTOMER)
                    .put(WAITING_CUSTOMER, Verb.RESUME, OPEN)
                    .put(WAITING_THIRD_PARTY, Verb.CUSTOMER_REPLY, WAITING_THIRD_PARTY)
                    .put(WAITING_THIRD_PARTY, Verb.STAFF_REPLY, WAITING_THIRD_PARTY)
                    .put(WAITING_THIRD_PARTY, Verb.RESUME, OPEN)
                    .put(RESOLVED, Verb.REOPEN, OPEN)
                    .put(RESOLVED, Verb.CLOSE, CLOSED)
                    .build();

    @Property
    void a_ticket_moves_only_as_the_table_says(@ForAll("verbs") List<Verb> verbs) {
        Ticket ticket = opened();
        for (Verb verb : verbs) {
            Ticket before = ticket;
            Optional<TicketStatus> allowed = Optional.ofNullable(TRANSITIONS.get(before.status(), verb));
            if (allowed.isPresent()) {
                ticket = verb.act.apply(before, at(before));
                assertThat(ticket.status()).isEqualTo(allowed.get());
                assertThat(ticket.version()).isEqualTo(before.version() + 1);
            } else {
                assertThatExceptionOfType(IllegalTransitionException.class)
                        .isThrownBy(() -> verb.act.apply(before, at(before)))
                        .satisfies(refused -> assertThat(refused.state())
                                .isEqualTo(before.status().name()));
            }
        }
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

        assertThat(ticket.resolution().isPresent()).isEqualTo(!status.live());
        assertThat(ticket.resolvedAt().isPresent()).isEqualTo(!status.live());
        assertThat(ticket.closedAt().isPresent()).isEqualTo(status == CLOSED);
        assertThat(ticket.firstResponseAt().isPresent()).isEqualTo(status != NEW);
        assertThat(ticket.firstResponseAt())
                .isEqualTo(ticket.changes().stream()
                        .filter(TicketEvent.StaffReplied.class::isInstance)
                        .map(TicketEvent::at)
                        .findFirst());
        assertThat(ticket.changes().stream().filter(TicketEvent.Reopened.class::isInstance))
                .hasSize(ticket.reopens());
    }

    @Provide
    Arbitrary<List<Verb>> verbs() {
        return Arbitraries.of(Verb.class).list().ofMaxSize(40);
    }

    private static Ticket opened() {
        OpenTicket command = OpenTicket.of(new CustomerId(new UUID(0, 2)), TicketKind.QUESTION, "Where is it?");
        return Ticket.open(new TicketId(new UUID(0, 1)), command, START);
    }

    private static Ticket life(List<Verb> verbs) {
        return continued(opened(), verbs);
    }

    private static Ticket continued(Ticket from, List<Verb> verbs) {
        Ticket ticket = from;
        for (Verb verb : verbs) {
            if (TRANSITIONS.contains(ticket.status(), verb)) {
                ticket = verb.act.apply(ticket, at(ticket));
            }
        }
        return ticket;
    }

    private static Instant at(Ticket ticket) {
        return START.plusSeconds(60 * ticket.version());
    }
}
