package io.rapport.crm.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.crm.Crm;
import io.rapport.crm.calendar.BusinessCalendar;
import io.rapport.crm.calendar.CalendarId;
import io.rapport.crm.calendar.Hours;
import io.rapport.crm.calendar.WeeklyHours;
import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.customer.HandleCustomer;
import io.rapport.crm.customer.HandlingProfile;
import io.rapport.crm.customer.RegisterCustomer;
import io.rapport.crm.id.Actor;
import io.rapport.crm.store.PageRequest;
import io.rapport.crm.ticket.FollowUp;
import io.rapport.crm.ticket.FollowUpPolicy;
import io.rapport.crm.ticket.FollowUps;
import io.rapport.crm.ticket.OpenTicket;
import io.rapport.crm.ticket.Resolution;
import io.rapport.crm.ticket.TicketEvent;
import io.rapport.crm.ticket.TicketId;
import io.rapport.crm.ticket.TicketKind;
import io.rapport.crm.ticket.Tickets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/** What the contracts of follow-ups share. The tests begin on a Monday at half past nine in UTC. */
public abstract class FollowUpContract extends StoreContract {

    protected static final Actor BEA = Actor.of("bea");
    protected static final Actor CID = Actor.of("cid");
    protected static final Resolution REPLACED = Resolution.of("replaced", "");
    protected static final CalendarId OFFICE = CalendarId.of("office");
    protected static final Duration AN_HOUR = Duration.ofHours(1);
    protected static final Duration A_DAY = Duration.ofDays(1);
    protected static final FollowUpPolicy POLICY =
            FollowUpPolicy.of(Duration.ofHours(8), OFFICE).spam("spam", "test");
    protected static final PageRequest ALL = PageRequest.first(1000);

    protected final List<TicketEvent> heard = new ArrayList<>();

    protected final Crm crm(FollowUpPolicy policy) {
        return Crm.builder()
                .store(store())
                .tenant(tenant)
                .clock(clock)
                .ids(ids)
                .followUpPolicy(policy)
                .listener(events -> events.stream()
                        .map(recorded -> recorded.event())
                        .filter(TicketEvent.SurveyRequested.class::isInstance)
                        .map(TicketEvent.class::cast)
                        .forEach(heard::add))
                .build();
    }

    protected final Tickets tickets() {
        return crm(POLICY).tickets();
    }

    protected final FollowUps followUps() {
        return tickets().followUps();
    }

    @BeforeEach
    void anOffice() {
        crm().calendars()
                .define(
                        BusinessCalendar.builder(OFFICE, ZoneOffset.UTC)
                                .weekly(WeeklyHours.weekdays(Hours.of("09:00", "17:00")))
                                .build(),
                        BEA);
    }

    protected final CustomerId ann() {
        return crm().customers().register(RegisterCustomer.person("Ann")).id();
    }

    protected final CustomerId demanding() {
        CustomerId customer = ann();
        crm().customers().handle(customer, HandleCustomer.of(HandlingProfile.STANDARD.demanding("Shouts"), BEA));
        return customer;
    }

    protected final TicketId started(CustomerId customer, TicketKind kind) {
        Tickets tickets = tickets();
        return tickets.start(
                        tickets.open(OpenTicket.of(customer, kind, "Parcel")).id(), BEA)
                .id();
    }

    protected final TicketId resolvedComplaint() {
        return tickets()
                .resolve(started(ann(), TicketKind.COMPLAINT), REPLACED, BEA)
                .id();
    }

    protected final FollowUp only(TicketId ticket) {
        List<FollowUp> all = followUps().ofTicket(ticket);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    protected final void assertStored(FollowUp followUp) {
        assertThat(followUps().find(followUp.id())).contains(followUp);
        assertThat(FollowUp.fold(followUps().history(followUp.id()))).isEqualTo(followUp);
    }
}
