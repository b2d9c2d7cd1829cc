package io.rapport.crm.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.rapport.crm.Crm;
import io.rapport.crm.calendar.BusinessCalendar;
import io.rapport.crm.calendar.CalendarId;
import io.rapport.crm.calendar.CalendarRepository;
import io.rapport.crm.calendar.Calendars;
import io.rapport.crm.calendar.HolidayCalendar;
import io.rapport.crm.calendar.Hours;
import io.rapport.crm.calendar.WeeklyHours;
import io.rapport.crm.fault.AlreadyExistsException;
import io.rapport.crm.fault.InvalidInputException;
import io.rapport.crm.fault.NotFoundException;
import io.rapport.crm.id.Actor;
import io.rapport.crm.store.Definition;
import io.rapport.crm.ticket.ServicePolicies;
import io.rapport.crm.ticket.ServicePolicy;
import io.rapport.crm.ticket.TicketKind;
import io.rapport.crm.ticket.TicketPriority;
import io.rapport.crm.ticket.sla.EscalationAction;
import io.rapport.crm.ticket.sla.EscalationLevel;
import io.rapport.crm.ticket.sla.Metric;
import io.rapport.crm.ticket.sla.ServiceLevelId;
import io.rapport.crm.ticket.sla.Target;
import io.rapport.crm.ticket.sla.Wait;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** How calendars and service-level policies are kept, version by version. */
public abstract class DefinitionContract extends StoreContract {

    private static final Actor BEA = Actor.of("bea");
    private static final Actor CID = Actor.of("cid");
    private static final CalendarId SUPPORT = CalendarId.of("support");
    private static final HolidayCalendar REGION = new FirstOfMonth("First of every month");

    @Test
    void a_calendar_comes_back_with_everything_that_was_said_in_it() {
        Calendars calendars = withRegion().calendars();
        BusinessCalendar given = BusinessCalendar.builder(SUPPORT, ZoneId.of("Europe/Zagreb"))
                .weekly(WeeklyHours.weekdays(Hours.of("09:00", "12:00"), Hours.of("13:00", "17:00"))
                        .with(DayOfWeek.FRIDAY, Hours.of("22:00", "06:00"))
                        .with(DayOfWeek.SATURDAY, Hours.of("10:00:30", "24:00")))
                .override(LocalDate.of(2026, 3, 9), Hours.of("10:00", "11:00"))
                .override(LocalDate.of(2026, 3, 10))
                .breaks(LocalDate.of(2026, 3, 11), Hours.of("15:00", "15:30"))
                .holiday(LocalDate.of(2026, 3, 12), "Betriebsausflug \u00fc")
                .annualHoliday(MonthDay.of(2, 29), "Leap day")
                .holidays(REGION)
                .build();

        assertThat(calendars.define(given, BEA)).isEqualTo(given);

        assertThat(calendars.find(SUPPORT)).contains(given);
        assertThat(calendars.require(SUPPORT).isHoliday(LocalDate.of(2026, 4, 1)))
                .isTrue();
        assertThat(calendars.find(CalendarId.of("other"))).isEmpty();
        assertThat(otherCrm().calendars().find(SUPPORT)).isEmpty();
    }

    @Test
    void every_version_stays_and_the_newest_is_found() {
        Calendars calendars = crm().calendars();
        BusinessCalendar first = calendars.define(office(), BEA);
        aMinuteLater();
        BusinessCalendar second = calendars.define(
                first.nextVersion().holiday(LocalDate.of(2026, 5, 1)).build(), CID);

        assertThat(calendars.find(SUPPORT)).contains(second);
        assertThat(calendars.find(SUPPORT, 1)).contains(first);
        assertThat(calendars.find(SUPPORT, 3)).isEmpty();
        assertThat(calendars.all()).containsExactly(second);
        assertThat(calendars.versions(SUPPORT))
                .extracting(Definition::version, Definition::by, Definition::at)
                .containsExactly(tuple(1, BEA, MONDAY), tuple(2, CID, clock.instant()));
    }

    @Test
    void the_newest_version_again_changes_nothing_so_that_a_host_may_define_it_whenever_it_starts() {
        Calendars calendars = crm().calendars();
        calendars.define(office(), BEA);
        aMinuteLater();

        calendars.define(office(), CID);

        assertThat(calendars.versions(SUPPORT)).hasSize(1);
        assertThat(calendars.versions(SUPPORT).get(0).by()).isEqualTo(BEA);
    }

    @Test
    void a_version_that_somebody_else_made_meanwhile_is_not_overwritten() {
        Calendars calendars = crm().calendars();
        BusinessCalendar seen = calendars.define(office(), BEA);
        calendars.define(seen.nextVersion().holiday(LocalDate.of(2026, 5, 1)).build(), BEA);

        BusinessCalendar another =
                seen.nextVersion().holiday(LocalDate.of(2026, 5, 2)).build();

        assertThatExceptionOfType(AlreadyExistsException.class)
                .isThrownBy(() -> calendars.define(another, CID))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("version"));
        assertThat(calendars.versions(SUPPORT)).hasSize(2);
    }

    @Test
    void the_store_itself_refuses_a_version_that_is_taken() {
        Crm crm = crm();
        crm.calendars().define(office(), BEA);

        assertThatExceptionOfType(AlreadyExistsException.class)
                .isThrownBy(() -> write(
                        CalendarRepository.class,
                        calendars -> calendars.add(calendars.latest("support").orElseThrow())));
    }

    @Test
    void versions_have_no_gaps() {
        BusinessCalendar third = BusinessCalendar.builder(SUPPORT, ZoneId.of("Europe/Zagreb"))
                .version(3)
                .weekly(WeeklyHours.roundTheClock())
                .build();

        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> crm().calendars().define(third, BEA))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("version"));
    }

    @Test
    void a_source_of_holidays_that_the_host_did_not_hand_over_is_refused_by_name() {
        BusinessCalendar given =
                office().nextVersion().version(1).holidays(REGION).build();

        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> crm().calendars().define(given, BEA))
                .withMessageContaining("First of every month");
        assertThat(crm().calendars().versions(SUPPORT)).isEmpty();
    }

    @Test
    void a_policy_comes_back_with_everything_that_was_said_in_it() {
        crm().calendars().define(office(), BEA);
        ServicePolicies policies = crm().servicePolicies();
        ServicePolicy given = ServicePolicy.builder("gold", SUPPORT)
                .forTiers("gold", "platinum")
                .inCategories("delivery.damage")
                .forKinds(TicketKind.COMPLAINT, TicketKind.RETURN)
                .forPriorities(TicketPriority.URGENT)
                .promise(Metric.FIRST_RESPONSE, Target.of(Duration.ofMinutes(30)))
                .promise(Metric.RESOLUTION, new Target.BusinessDays(2, true))
                .pausing(Metric.RESOLUTION, Wait.THIRD_PARTY)
                .escalate(
                        Metric.FIRST_RESPONSE,
                        EscalationLevel.atPercent("warning", 75).then(EscalationAction.tell("lead")))
                .escalate(
                        Metric.FIRST_RESPONSE,
                        EscalationLevel.afterDue("late", Duration.ofHours(1))
                                .then(
                                        EscalationAction.reassign(CID),
                                        EscalationAction.reassignToTeam("second line"),
                                        EscalationAction.raisePriority(),
                                        EscalationAction.startPlaybook("apology"))
                                .urgently())
                .escalate(Metric.RESOLUTION, EscalationLevel.beforeDue("soon", Duration.ofHours(2)))
                .build();

        assertThat(policies.define(given, BEA)).isEqualTo(given);

        assertThat(policies.find(ServiceLevelId.of("gold"))).contains(given);
        assertThat(policies.find(ServiceLevelId.of("gold"), 1)).contains(given);
        assertThat(policies.all()).containsExactly(given);
        assertThat(otherCrm().servicePolicies().all()).isEmpty();
    }

    @Test
    void a_retired_policy_stays_as_one_more_version() {
        crm().calendars().define(office(), BEA);
        ServicePolicies policies = crm().servicePolicies();
        ServicePolicy given =
                policies.define(ServicePolicy.builder("gold", SUPPORT).build(), BEA);

        ServicePolicy retired = policies.retire(given.id(), CID);

        assertThat(retired.retired()).isTrue();
        assertThat(policies.retire(given.id(), CID)).isEqualTo(retired);
        assertThat(policies.versions(given.id())).hasSize(2);
        assertThat(policies.find(given.id(), 1)).contains(given);
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> policies.retire(ServiceLevelId.of("silver"), CID));
    }

    @Test
    void a_policy_needs_a_calendar_that_is_known() {
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> crm().servicePolicies()
                        .define(ServicePolicy.builder("gold", SUPPORT).build(), BEA));
    }

    private Crm withRegion() {
        return Crm.builder()
                .store(store())
                .tenant(tenant)
                .clock(clock)
                .ids(ids)
                .holidays(REGION)
                .build();
    }

    private static BusinessCalendar office() {
        return BusinessCalendar.builder(SUPPORT, ZoneId.of("Europe/Zagreb"))
                .weekly(WeeklyHours.weekdays(Hours.of("09:00", "17:00")))
                .build();
    }

    private record FirstOfMonth(String name) implements HolidayCalendar {

        @Override
        public boolean isHoliday(LocalDate date) {
            return date.getDayOfMonth() == 1;
        }
    }
}
