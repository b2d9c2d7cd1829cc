package io.rapport.crm.retention;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Small worlds of customers and days. */
final class Facts {

    static final ZoneId ZONE = ZoneId.of("Europe/Madrid");

    private static final LocalDate FIRST_DAY = LocalDate.of(2023, 11, 1);

    private Facts() {}

    /** A day on which a customer ordered. */
    record Fact(int customer, LocalDate day) {}

    /** Customers of every kind: known by a small number, by a large one, and by an id. */
    static UUID customer(int number) {
        return switch (number % 3) {
            case 1 -> new UUID(0, number);
            case 2 -> new UUID(0, (long) number << 33);
            default -> new UUID(number * 0x9E3779B97F4A7C15L, ~number);
        };
    }

    /** One line per customer: the days as ISO dates. */
    static ActivityDays activity(String... daysOfCustomers) {
        ActivityDays activity = ActivityDays.in(ZONE);
        for (int i = 0; i < daysOfCustomers.length; i++) {
            for (String day : daysOfCustomers[i].split(" ")) {
                activity.addDay(customer(i), LocalDate.parse(day));
            }
        }
        return activity;
    }

    static ActivityDays activity(List<Fact> facts) {
        ActivityDays activity = ActivityDays.in(ZONE);
        facts.forEach(fact -> activity.addDay(customer(fact.customer()), fact.day()));
        return activity;
    }

    /** Spreads the facts over shards in turn, then merges random pairs of shards until one is left. */
    static ActivityDays merged(List<Fact> facts, int shards, long seed) {
        Random random = new Random(seed);
        List<ActivityDays> parts = new ArrayList<>();
        for (int shard = 0; shard < shards; shard++) {
            parts.add(ActivityDays.in(ZONE));
        }
        for (int i = 0; i < facts.size(); i++) {
            parts.get(i % shards)
                    .addDay(customer(facts.get(i).customer()), facts.get(i).day());
        }
        while (parts.size() > 1) {
            ActivityDays part = parts.remove(random.nextInt(parts.size()));
            parts.get(random.nextInt(parts.size())).merge(part);
        }
        return parts.get(0);
    }

    /** Up to 150 facts of up to 12 customers in about 14 months around a leap day, in no order. */
    static Arbitrary<List<Fact>> lists() {
        Arbitrary<Integer> customers = Arbitraries.integers().between(1, 12);
        Arbitrary<LocalDate> days = Arbitraries.integers().between(0, 430).map(FIRST_DAY::plusDays);
        return Combinators.combine(customers, days).as(Fact::new).list().ofMaxSize(150);
    }
}
