package io.rapport.crm.retention.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.rapport.crm.retention.ActivityDays;
import io.rapport.crm.retention.DataEnd;
import io.rapport.crm.retention.RepeatRate;
import io.rapport.crm.retention.Shards;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SurvivalTableTest {

    @Property(tries = 200)
    void lifetimes_split_over_shards_and_merged_in_any_tree_give_the_same_bits(
            @ForAll("lifetimes") List<Lifetime> lifetimes, @ForAll("shards") int shards, @ForAll long seed) {
        SurvivalTable once = lifetimes.stream().collect(SurvivalTable.collector());

        SurvivalTable merged =
                Shards.merged(lifetimes, shards, seed, SurvivalTable::new, SurvivalTable::add, SurvivalTable::merge);

        assertThat(merged).isEqualTo(once).hasSameHashCodeAs(once);
        assertThat(KaplanMeier.of(merged).steps())
                .isEqualTo(KaplanMeier.of(once).steps());
        assertThat(NelsonAalen.of(merged).hazard(1))
                .isEqualTo(NelsonAalen.of(once).hazard(1));
        SurvivalTable other = Remission.maintained();
        assertThat(LogRank.of(Map.of("a", merged, "b", other)).chiSquare())
                .isEqualTo(LogRank.of(Map.of("a", once, "b", other)).chiSquare());
    }

    @Property(tries = 200)
    void without_censoring_survival_is_the_share_still_there(@ForAll("times") List<Integer> times) {
        SurvivalTable table = new SurvivalTable();
        times.forEach(time -> table.add(time, true));
        KaplanMeier curve = KaplanMeier.of(table);

        for (int time : times) {
            double there = times.stream().filter(other -> other > time).count();
            assertThat(curve.survival(time).orElseThrow()).isCloseTo(there / times.size(), within(1e-12));
        }
        assertThat(curve.restrictedMean(50).orElseThrow().mean())
                .isCloseTo(
                        times.stream()
                                .mapToInt(time -> Math.min(time, 50))
                                .average()
                                .orElseThrow(),
                        within(1e-9));
    }

    @Test
    void the_second_purchase_is_an_event_and_who_has_not_come_back_is_censored_at_the_end_of_the_data() {
        ActivityDays purchases = ActivityDays.in(ZoneId.of("Europe/Madrid"));
        add(purchases, 1, "2024-01-01", "2024-01-11", "2024-01-12");
        add(purchases, 2, "2024-01-01", "2024-02-01"); // after the end
        add(purchases, 3, "2024-01-31");
        add(purchases, 4, "2024-02-05"); // not yet a customer

        SurvivalTable table = SurvivalTable.untilSecondDay(purchases, DataEnd.lastDay(LocalDate.of(2024, 1, 31)));

        assertThat(table).isEqualTo(Remission.table("10 30+ 0+"));
        assertThat(RepeatRate.within(10, purchases, DataEnd.lastDay(LocalDate.of(2024, 1, 31)))
                        .value())
                .hasValue(0.5);
    }

    private static void add(ActivityDays purchases, long customer, String... days) {
        for (String day : days) {
            purchases.addDay(customer, (int) LocalDate.parse(day).toEpochDay());
        }
    }

    @Provide
    Arbitrary<List<Lifetime>> lifetimes() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 20),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.of(true, false),
                        Arbitraries.of(1.0, 0.1, 0.3, 2.7))
                .as((duration, entry, observed, weight) ->
                        new Lifetime(entry < duration ? entry : 0, duration, observed, weight))
                .list()
                .ofMaxSize(80);
    }

    @Provide
    Arbitrary<List<Integer>> times() {
        return Arbitraries.integers().between(0, 100).list().ofMinSize(1).ofMaxSize(60);
    }

    @Provide
    Arbitrary<Integer> shards() {
        return Arbitraries.of(1, 2, 7, 64);
    }
}
