package io.rapport.crm.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.rapport.crm.Crm;
import io.rapport.crm.calendar.BusinessCalendar;
import io.rapport.crm.calendar.CalendarId;
import io.rapport.crm.calendar.Hours;
import io.rapport.crm.calendar.WeeklyHours;
import io.rapport.crm.contract.SettableClock;
import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.customer.RegisterCustomer;
import io.rapport.crm.id.Actor;
import io.rapport.crm.jdbc.internal.StoredNames;
import io.rapport.crm.ticket.OpenTicket;
import io.rapport.crm.ticket.ServicePolicy;
import io.rapport.crm.ticket.TicketKind;
import io.rapport.crm.ticket.TicketPriority;
import io.rapport.crm.ticket.sla.EscalationAction;
import io.rapport.crm.ticket.sla.EscalationLevel;
import io.rapport.crm.ticket.sla.Metric;
import io.rapport.crm.ticket.sla.ServiceLevelId;
import io.rapport.crm.ticket.sla.Target;
import io.rapport.crm.ticket.sla.Wait;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What stands in the database of calendars, policies and agreements, which later versions must still read. */
class StoredServiceLevelsTest {

    private static final Actor BEA = Actor.of("bea");
    private static final CalendarId OFFICE = CalendarId.of("office");
    private static final String CALENDAR = "{\"rules\":{\"zone\":\"Europe/Zagreb\","
            + "\"weekly\":{\"byDay\":{\"MONDAY\":[{\"from\":\"09:00:00\",\"until\":\"00:00:00\"}]}},"
            + "\"overrides\":{\"2026-03-03\":[]},"
            + "\"breaks\":{\"2026-03-02\":[{\"from\":\"12:00:00\",\"until\":\"12:30:00\"}]},"
            + "\"holidays\":{\"2026-04-06\":\"Easter Monday\"},\"annualHolidays\":{\"--12-25\":\"Christmas\"},"
            + "\"holidayCalendars\":[]},\"holidayCalendars\":[]}";
    private static final String POLICY = "{\"scope\":{\"tiers\":[\"gold\"],\"categories\":[],\"kinds\":[\"QUESTION\"],"
            + "\"priorities\":[\"NORMAL\",\"HIGH\"]},"
            + "\"level\":{\"id\":{\"value\":\"gold\"},\"version\":1,\"targets\":{"
            + "\"FIRST_RESPONSE\":{\"type\":\"BusinessTime\",\"amount\":\"PT1H\"},"
            + "\"RESOLUTION\":{\"type\":\"BusinessDays\",\"days\":2,\"endOfWorkingDay\":true}},"
            + "\"pauses\":{\"FIRST_RESPONSE\":[],\"NEXT_RESPONSE\":[],\"PERIODIC_UPDATE\":[],"
            + "\"RESOLUTION\":[\"CUSTOMER\",\"SCHEDULED\"]}},"
            + "\"calendar\":{\"value\":\"office\"},"
            + "\"escalation\":{\"levels\":{\"FIRST_RESPONSE\":["
            + "{\"name\":\"half\",\"trigger\":{\"type\":\"Percent\",\"percent\":50},\"urgent\":false,"
            + "\"actions\":[{\"type\":\"Notify\",\"whom\":\"lead\"},{\"type\":\"RaisePriority\"}]},"
            + "{\"name\":\"late\",\"trigger\":{\"type\":\"FromDue\",\"offset\":\"PT30M\"},\"urgent\":true,"
            + "\"actions\":[{\"type\":\"Reassign\",\"assignee\":{\"value\":\"bea\"}},"
            + "{\"type\":\"StartPlaybook\",\"key\":\"apology\"}]}]}},\"retired\":false}";
    private static final String AGREED = "{\"agreement\":{\"policy\":{\"value\":\"all\"},\"version\":1,"
            + "\"calendar\":{\"value\":\"office\"},\"calendarVersion\":1,\"start\":\"CREATION\"},"
            + "\"staff\":{\"value\":\"system\"},\"at\":\"2026-03-02T09:30:00.123456Z\"}";
    private static final String ESCALATED = "{\"metric\":\"FIRST_RESPONSE\","
            + "\"owedSince\":\"2026-03-02T09:30:00.123456Z\",\"level\":\"half\","
            + "\"actions\":[{\"type\":\"Notify\",\"whom\":\"lead\"}],"
            + "\"reachedAt\":\"2026-03-02T10:00:00.123456Z\",\"due\":\"2026-03-02T10:30:00.123456Z\","
            + "\"at\":\"2026-03-02T10:00:30.123456Z\"}";

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-02T09:30:00.123456Z"));

    @Test
    void definitions_do_not_change_in_what_is_stored_of_them() throws SQLException {
        try (HikariDataSource dataSource = TestDatabase.h2Pool(true)) {
            Crm crm = crm(dataSource);
            crm.calendars().define(office(), BEA);
            crm.servicePolicies().define(gold(), BEA);

            assertThat(texts(dataSource, "SELECT content FROM crm_definition ORDER BY kind"))
                    .containsExactly(CALENDAR, POLICY);
        }
    }

    @Test
    void definitions_that_were_stored_are_still_read() throws SQLException {
        try (HikariDataSource dataSource = TestDatabase.h2Pool(true)) {
            Crm crm = crm(dataSource);
            stored(dataSource, "calendar", "office", CALENDAR);
            stored(dataSource, "service_policy", "gold", POLICY);

            assertThat(crm.calendars().find(OFFICE)).contains(office());
            assertThat(crm.servicePolicies().find(ServiceLevelId.of("gold"))).contains(gold());
        }
    }

    @Test
    void agreements_and_escalations_do_not_change_in_what_is_stored_of_them() throws SQLException {
        try (HikariDataSource dataSource = TestDatabase.h2Pool(true)) {
            Crm crm = crm(dataSource);
            crm.calendars()
                    .define(
                            BusinessCalendar.builder(OFFICE, ZoneId.of("Etc/UTC"))
                                    .weekly(WeeklyHours.roundTheClock())
                                    .build(),
                            BEA);
            crm.servicePolicies()
                    .define(
                            ServicePolicy.builder("all", OFFICE)
                                    .promise(Metric.FIRST_RESPONSE, Target.of(Duration.ofHours(1)))
                                    .escalate(
                                            Metric.FIRST_RESPONSE,
                                            EscalationLevel.atPercent("half", 50)
                                                    .then(EscalationAction.tell("lead")))
                                    .build(),
                            BEA);
            CustomerId ann =
                    crm.customers().register(RegisterCustomer.person("Ann")).id();
            crm.tickets().open(OpenTicket.of(ann, TicketKind.QUESTION, "How?"));
            clock.move(Duration.ofMinutes(30).plusSeconds(30));
            crm.tickets().tick();

            String events = "SELECT payload FROM crm_event WHERE event_type IN ('ServiceAgreed', 'Escalated')"
                    + " ORDER BY sequence_no";
            assertThat(texts(dataSource, events)).containsExactly(AGREED, ESCALATED);
        }
    }

    @Test
    void agreements_and_escalations_that_were_stored_are_still_read() {
        assertThat(StoredNames.payload(StoredNames.event("ticket.ServiceAgreed", AGREED)))
                .isEqualTo(AGREED);
        assertThat(StoredNames.payload(StoredNames.event("ticket.Escalated", ESCALATED)))
                .isEqualTo(ESCALATED);
    }

    private Crm crm(HikariDataSource dataSource) {
        return Crm.builder().store(JdbcCrmStore.on(dataSource)).clock(clock).build();
    }

    private static BusinessCalendar office() {
        return BusinessCalendar.builder(OFFICE, ZoneId.of("Europe/Zagreb"))
                .weekly(WeeklyHours.none().with(DayOfWeek.MONDAY, Hours.of("09:00", "24:00")))
                .override(LocalDate.of(2026, 3, 3))
                .breaks(LocalDate.of(2026, 3, 2), Hours.of("12:00", "12:30"))
                .holiday(LocalDate.of(2026, 4, 6), "Easter Monday")
                .annualHoliday(MonthDay.of(12, 25), "Christmas")
                .build();
    }

    private static ServicePolicy gold() {
        return ServicePolicy.builder("gold", OFFICE)
                .forTiers("gold")
                .forKinds(TicketKind.QUESTION)
                .forPriorities(TicketPriority.HIGH, TicketPriority.NORMAL)
                .promise(Metric.FIRST_RESPONSE, Target.of(Duration.ofHours(1)))
                .promise(Metric.RESOLUTION, new Target.BusinessDays(2, true))
                .pausing(Metric.RESOLUTION, Wait.SCHEDULED)
                .escalate(
                        Metric.FIRST_RESPONSE,
                        EscalationLevel.atPercent("half", 50)
                                .then(EscalationAction.tell("lead"), EscalationAction.raisePriority()))
                .escalate(
                        Metric.FIRST_RESPONSE,
                        EscalationLevel.afterDue("late", Duration.ofMinutes(30))
                                .then(EscalationAction.reassign(BEA), EscalationAction.startPlaybook("apology"))
                                .urgently())
                .build();
    }

    private static void stored(HikariDataSource dataSource, String kind, String key, String content)
            throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO crm_definition (tenant, kind, definition_key, version, content, defined_by,"
                    + " defined_at) VALUES ('default', '" + kind + "', '" + key + "', 1, '" + content
                    + "', 'bea', TIMESTAMP WITH TIME ZONE '2026-03-02 09:30:00Z')");
        }
    }

    private static List<String> texts(HikariDataSource dataSource, String query) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }
}
