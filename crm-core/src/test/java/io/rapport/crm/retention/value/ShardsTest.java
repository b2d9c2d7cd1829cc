package io.rapport.crm.retention.value;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.crm.retention.DataEnd;
import io.rapport.crm.retention.RevenueDays;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.joda.money.CurrencyUnit;

/** Facts split over any number of shards and merged in any tree give the same bits as one pass. */
class ShardsTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Madrid");
    private static final LocalDate FIRST = LocalDate.of(2023, 11, 1);
    private static final DataEnd CALIBRATION = DataEnd.lastDay(FIRST.plusDays(300));
    private static final DataEnd END = DataEnd.lastDay(FIRST.plusDays(400));

    record Fact(int customer, int day, int cents) {}

    @Property(tries = 12)
    void facts_of_one_customer_may_lie_in_many_shards(
            @ForAll("shards") int shards, @ForAll long worldSeed, @ForAll long treeSeed) {
        List<Fact> facts = world(worldSeed);
        RevenueDays once = collected(facts, 0, 1);

        RevenueDays merged = merged(shards, treeSeed, shard -> collected(facts, shard, shards), RevenueDays::merge);

        assertThat(merged).isEqualTo(once).hasSameHashCodeAs(once);
        BuyingHistories histories = BuyingHistories.of(merged, UnitOfTime.WEEK, CALIBRATION);
        assertThat(histories).isEqualTo(BuyingHistories.of(once, UnitOfTime.WEEK, CALIBRATION));
        assertThat(SpendHistories.of(merged, END)).isEqualTo(SpendHistories.of(once, END));
        assertThat(MbgNbd.fit(histories)).isEqualTo(MbgNbd.fit(BuyingHistories.of(once, UnitOfTime.WEEK, CALIBRATION)));
        assertThat(GammaGamma.fit(SpendHistories.of(merged, END)))
                .isEqualTo(GammaGamma.fit(SpendHistories.of(once, END)));
        BgNbd model = new BgNbd(0.3, 5, 0.8, 2.4, UnitOfTime.WEEK);
        assertThat(Holdout.of(merged, UnitOfTime.WEEK, CALIBRATION, END).evaluate(model))
                .isEqualTo(Holdout.of(once, UnitOfTime.WEEK, CALIBRATION, END).evaluate(model));
    }

    @Property(tries = 12)
    void rows_of_customers_may_come_in_any_order(@ForAll("shards") int shards, @ForAll long treeSeed) {
        List<Cdnow.Row> rows = Cdnow.ROWS;
        BuyingHistories once = Cdnow.weeks();

        BuyingHistories merged = merged(
                shards,
                treeSeed,
                shard -> {
                    BuyingHistories part = BuyingHistories.in(UnitOfTime.WEEK);
                    for (int i = rows.size() - 1 - shard; i >= 0; i -= shards) {
                        Cdnow.Row row = rows.get(i);
                        part.add(row.x(), row.recencyInWeeks(), row.ageInWeeks(), row.customers());
                    }
                    return part;
                },
                BuyingHistories::merge);

        assertThat(merged).isEqualTo(once).hasSameHashCodeAs(once);
        assertThat(merged.histories()).isEqualTo(once.histories());
        assertThat(BgNbd.fit(merged)).isEqualTo(BgNbd.fit(once));
    }

    private static List<Fact> world(long seed) {
        Random random = new Random(seed);
        return IntStream.range(0, 2_000)
                .mapToObj(i -> {
                    int customer = random.nextInt(300);
                    int activeDays = 1 + (customer * 37 + 11) % 399;
                    return new Fact(customer, random.nextInt(1 + random.nextInt(activeDays)), random.nextInt(9_000));
                })
                .toList();
    }

    private static RevenueDays collected(List<Fact> facts, int shard, int shards) {
        RevenueDays days = RevenueDays.in(ZONE, CurrencyUnit.EUR);
        for (int i = shard; i < facts.size(); i += shards) {
            Fact fact = facts.get(i);
            days.addDay(new UUID(0, fact.customer()), FIRST.plusDays(fact.day()), fact.cents(), CurrencyUnit.EUR);
        }
        return days;
    }

    private static <A> A merged(int shards, long seed, IntFunction<A> shard, BiConsumer<A, A> merge) {
        Random random = new Random(seed);
        List<A> parts =
                new ArrayList<>(IntStream.range(0, shards).mapToObj(shard).toList());
        while (parts.size() > 1) {
            A part = parts.remove(random.nextInt(parts.size()));
            merge.accept(parts.get(random.nextInt(parts.size())), part);
        }
        return parts.get(0);
    }

    @Provide
    Arbitrary<Integer> shards() {
        return Arbitraries.of(1, 2, 7, 64);
    }
}
