package io.rapport.crm.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** A table that is counted from rows that wait is the one that is counted from sorted days. */
class WaitingDaysTest {

    private static final LocalDate FIRST_DAY = LocalDate.of(1999, 12, 27);
    private static final int FACTS = 400;

    @Property(tries = 400)
    void it_does_not_matter_how_many_days_were_sorted_before(
            @ForAll CalendarUnit unit,
            @ForAll @IntRange(min = 1, max = 12_000) int daysObserved,
            @ForAll @IntRange(min = 1, max = 20) int spreading,
            @ForAll @IntRange(max = FACTS) int looked,
            @ForAll long seed) {
        ActivityDays waiting = ActivityDays.in(Facts.ZONE);
        ActivityDays sorted = ActivityDays.in(Facts.ZONE);
        Random random = new Random(seed);
        for (int fact = 0; fact < FACTS; fact++) {
            UUID customer = customer(random.nextInt(60), spreading);
            LocalDate day = FIRST_DAY.plusDays(random.nextInt(daysObserved));
            waiting.addDay(customer, day);
            sorted.addDay(customer, day);
            if (fact == looked) {
                waiting.customers();
            }
        }
        sorted.customers();
        DataEnd end = DataEnd.before(FIRST_DAY.plusDays(daysObserved - daysObserved / 5));

        for (Matching matching :
                new Matching[] {Matching.on(), Matching.onOrAfter(), Matching.brackets(1, 3, 70, 900)}) {
            Cohorts cohorts = Cohorts.on(CohortClock.calendar(unit)).matching(matching);
            assertThat(cohorts.of(waiting, end)).isEqualTo(cohorts.of(sorted, end));
        }
        assertThat(waiting).isEqualTo(sorted);
    }

    /** Known by numbers close together or far apart, or by ids. */
    private static UUID customer(int number, int spreading) {
        return number % 5 == 0 ? new UUID(number + 1L, ~number) : new UUID(0, (long) number << spreading);
    }
}
