package io.rapport.crm.contract;

import io.rapport.crm.Crm;
import io.rapport.crm.calendar.BusinessCalendar;
import io.rapport.crm.calendar.CalendarId;
import io.rapport.crm.calendar.Hours;
import io.rapport.crm.calendar.WeeklyHours;
import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.customer.RegisterCustomer;
import io.rapport.crm.id.Actor;
import io.rapport.crm.ticket.ServicePolicy;
import io.rapport.crm.ticket.ServicePolicyBuilder;
import io.rapport.crm.ticket.Tickets;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;

/** What the contracts about promises share: a customer, and an office that is open from 9 to 5 in UTC. Monday 9:00. */
abstract class OfficeContract extends StoreContract {

    static final Actor BEA = Actor.of("bea");
    static final CalendarId OFFICE = CalendarId.of("office");

    Crm crm;
    Tickets tickets;
    CustomerId ann;

    @BeforeEach
    void anOffice() {
        clock.set(monday("09:00"));
        crm = crm();
        tickets = crm.tickets();
        crm.calendars()
                .define(
                        BusinessCalendar.builder(OFFICE, ZoneOffset.UTC)
                                .weekly(WeeklyHours.weekdays(Hours.of("09:00", "17:00")))
                                .build(),
                        BEA);
        ann = crm.customers().register(RegisterCustomer.person("Ann")).id();
    }

    final ServicePolicy define(ServicePolicyBuilder policy) {
        return crm.servicePolicies().define(policy.build(), BEA);
    }

    static Instant monday(String time) {
        return Instant.parse("2026-03-02T" + time + ":00Z");
    }
}
