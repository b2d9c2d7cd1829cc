package io.rapport.crm.quickstart.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import io.rapport.crm.quickstart.csv.CsvLayout;
import io.rapport.crm.quickstart.csv.RejectedRow;
import io.rapport.crm.quickstart.input.CustomerRow;
import io.rapport.crm.quickstart.input.InteractionRow;
import io.rapport.crm.quickstart.input.OrderRow;
import io.rapport.crm.quickstart.input.SurveyRow;
import io.rapport.crm.quickstart.input.TicketRow;
import io.rapport.crm.ticket.TicketKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleMonthTest {

    private final List<RejectedRow> rejected = new ArrayList<>();
    private final List<CustomerRow> customers = read("customers.csv", CustomerRow.LAYOUT);
    private final List<InteractionRow> interactions = read("interactions.csv", InteractionRow.LAYOUT);
    private final List<TicketRow> tickets = read("tickets.csv", TicketRow.LAYOUT);
    private final List<OrderRow> orders = read("orders.csv", OrderRow.LAYOUT);
    private final List<SurveyRow> surveys = read("surveys.csv", SurveyRow.LAYOUT);

    @Test
    void the_generator_makes_the_bundled_files_byte_for_byte(@TempDir Path folder) throws IOException {
        new SampleMonth().writeInto(folder);
        try (Stream<Path> written = Files.list(folder)) {
            for (Path file : written.toList()) {
                try (InputStream bundled = SampleMonth.class.getResourceAsStream(String.valueOf(file.getFileName()))) {
                    assertThat(bundled).as("%s", file.getFileName()).isNotNull();
                    assertThat(Files.readAllBytes(file)).isEqualTo(bundled.readAllBytes());
                }
            }
        }
    }

    @Test
    void every_row_can_be_read_and_is_about_a_registered_customer() {
        Set<String> known = customers.stream().map(CustomerRow::customerId).collect(Collectors.toSet());
        assertThat(rejected).isEmpty();
        assertThat(known).hasSize(2_000);
        assertThat(interactions).extracting(InteractionRow::customerId).isSubsetOf(known);
        assertThat(tickets).extracting(TicketRow::customerId).isSubsetOf(known);
        assertThat(orders).extracting(OrderRow::customerId).isSubsetOf(known);
        assertThat(surveys).extracting(SurveyRow::customerId).isSubsetOf(known);
    }

    @Test
    void nobody_acts_before_registering_nor_after_the_month() {
        Map<String, Instant> registered =
                customers.stream().collect(Collectors.toMap(CustomerRow::customerId, CustomerRow::registeredAt));
        Instant end = SampleMonth.MONTH.plusMonths(1).atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        assertThat(orders).allMatch(order -> order.orderedAt().isAfter(registered.get(order.customerId())));
        assertThat(interactions)
                .allMatch(each -> !each.startedAt().isBefore(registered.get(each.customerId())))
                .allMatch(each -> each.endedAt().orElse(each.startedAt()).isBefore(end));
        assertThat(orders).allMatch(order -> order.orderedAt().isBefore(end));
        assertThat(tickets).allMatch(ticket -> inMonth(ticket.openedAt()));
        assertThat(surveys).allMatch(survey -> inMonth(survey.answeredAt()));
    }

    @Test
    void contact_points_are_fictional_valid_and_nobody_shares_one() throws NumberParseException {
        List<String> phones = new ArrayList<>();
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        for (CustomerRow customer : customers) {
            if (customer.phone().isPresent()) {
                var number = numbers.parse(customer.phone().get(), null);
                assertThat(numbers.isValidNumber(number))
                        .as(customer.phone().get())
                        .isTrue();
                phones.add(numbers.format(number, PhoneNumberUtil.PhoneNumberFormat.E164));
            }
        }
        assertThat(phones).hasSizeGreaterThan(1_200).doesNotHaveDuplicates();
        assertThat(customers.stream().flatMap(customer -> customer.email().stream()))
                .hasSizeGreaterThan(1_800)
                .doesNotHaveDuplicates()
                .allMatch(email -> email.endsWith("@example.com") || email.endsWith("@example.org"));
    }

    @Test
    void nobody_redeems_more_points_than_earned_before() {
        Set<String> members = members();
        Map<String, Long> balance = new HashMap<>();
        for (OrderRow order : orders) {
            long redeemed = order.pointsRedeemed().orElse(0L);
            assertThat(redeemed).isLessThanOrEqualTo(balance.getOrDefault(order.customerId(), 0L));
            long earned = members.contains(order.customerId()) ? order.amount().getAmountMajorLong() : 0;
            balance.merge(order.customerId(), earned - redeemed, Long::sum);
        }
        assertThat(orders).anyMatch(order -> order.pointsRedeemed().isPresent());
    }

    @Test
    void orders_go_back_twelve_months_in_one_currency() {
        assertThat(orders.get(0).orderedAt()).isBefore(Instant.parse("2025-10-02T00:00:00Z"));
        assertThat(orders).allMatch(order -> order.amount().getCurrencyUnit().equals(CurrencyUnit.EUR));
        assertThat(orders).anyMatch(order -> order.amount().isZero());
    }

    @Test
    void members_come_back_more_often_than_others() {
        Set<String> members = members();
        Map<String, Set<LocalDate>> days = new HashMap<>();
        for (OrderRow order : orders) {
            days.computeIfAbsent(order.customerId(), who -> new HashSet<>())
                    .add(LocalDate.ofInstant(order.orderedAt(), ZoneOffset.UTC));
        }
        Predicate<Map.Entry<String, Set<LocalDate>>> member = entry -> members.contains(entry.getKey());
        assertThat(repeatRate(days, member)).isBetween(0.45, 0.75);
        assertThat(repeatRate(days, member.negate())).isBetween(0.25, 0.45);
    }

    @Test
    void the_staff_answer_as_fast_and_complaints_are_as_frequent_as_stated() {
        double complaints = share(tickets, ticket -> ticket.kind() == TicketKind.COMPLAINT);
        assertThat(complaints).isCloseTo(0.12, within(0.07));
        List<TicketRow> answered = tickets.stream()
                .filter(ticket -> ticket.firstResponseAt().isPresent())
                .toList();
        assertThat(share(answered, ticket -> hoursToResponse(ticket) <= 4)).isCloseTo(0.72, within(0.08));
        assertThat(tickets).anyMatch(ticket -> ticket.resolvedAt().isEmpty());
        assertThat(tickets).anyMatch(ticket -> ticket.firstResponseAt().isEmpty());
    }

    @Test
    void customers_who_waited_long_are_less_satisfied() {
        Map<String, Long> waited = tickets.stream()
                .filter(ticket -> ticket.firstResponseAt().isPresent())
                .collect(Collectors.toMap(TicketRow::customerId, SampleMonthTest::hoursToResponse, Math::max));
        List<SurveyRow> ratings = surveys.stream()
                .filter(survey -> survey.kind() == SurveyRow.Kind.CSAT)
                .toList();
        Predicate<SurveyRow> quick = survey -> waited.getOrDefault(survey.customerId(), 0L) < 4;
        assertThat(mean(ratings, quick)).isGreaterThan(mean(ratings, quick.negate()) + 0.5);
    }

    @Test
    void members_recommend_the_shop_more_than_others() {
        Set<String> members = members();
        List<SurveyRow> answers = surveys.stream()
                .filter(survey -> survey.kind() == SurveyRow.Kind.NPS)
                .toList();
        Predicate<SurveyRow> member = survey -> members.contains(survey.customerId());
        assertThat(mean(answers, member)).isGreaterThan(mean(answers, member.negate()) + 0.5);
    }

    private static double repeatRate(
            Map<String, Set<LocalDate>> days, Predicate<Map.Entry<String, Set<LocalDate>>> of) {
        List<Map.Entry<String, Set<LocalDate>>> buyers =
                days.entrySet().stream().filter(of).toList();
        return share(buyers, entry -> entry.getValue().size() > 1);
    }

    private static <T> double share(List<T> all, Predicate<T> of) {
        return (double) all.stream().filter(of).count() / all.size();
    }

    private static double mean(List<SurveyRow> answers, Predicate<SurveyRow> of) {
        return answers.stream().filter(of).mapToInt(SurveyRow::score).average().orElseThrow();
    }

    private static long hoursToResponse(TicketRow ticket) {
        return Duration.between(ticket.openedAt(), ticket.firstResponseAt().orElseThrow())
                .toHours();
    }

    private static boolean inMonth(Instant at) {
        return YearMonth.from(at.atOffset(ZoneOffset.UTC)).equals(SampleMonth.MONTH);
    }

    private Set<String> members() {
        return customers.stream()
                .filter(CustomerRow::loyaltyMember)
                .map(CustomerRow::customerId)
                .collect(Collectors.toSet());
    }

    private <R> List<R> read(String file, CsvLayout<R> layout) {
        try (Stream<R> rows = layout.open(SampleMonth.bundled(file), rejected::add).stream()) {
            return rows.toList();
        }
    }
}
