package io.rapport.crm.retention;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.joda.money.CurrencyUnit;

/** Small worlds of customers, days and amounts. */
public final class Sales {

    public static final LocalDate FIRST_DAY = LocalDate.of(2023, 11, 1);

    private Sales() {}

    /** What a customer paid on a day. */
    public record Sale(int customer, LocalDate day, long cents) {}

    public static UUID customer(int number) {
        return new UUID(0, number);
    }

    public static RevenueDays none() {
        return RevenueDays.in(Facts.ZONE, CurrencyUnit.EUR);
    }

    public static void add(RevenueDays revenue, Sale sale) {
        revenue.addDay(customer(sale.customer()), sale.day(), sale.cents(), CurrencyUnit.EUR);
    }

    public static RevenueDays revenue(List<Sale> sales) {
        RevenueDays revenue = none();
        sales.forEach(sale -> add(revenue, sale));
        return revenue;
    }

    /** The same by customers of every kind, of whom no two are neighbours, so that they lie in different shares. */
    static RevenueDays scattered(List<Sale> sales) {
        RevenueDays revenue = none();
        sales.forEach(sale ->
                revenue.addDay(Facts.customer(257 * sale.customer()), sale.day(), sale.cents(), CurrencyUnit.EUR));
        return revenue;
    }

    /** One line per customer: {@code day=cents} with ISO dates. */
    public static RevenueDays revenue(String... salesOfCustomers) {
        RevenueDays revenue = none();
        for (int i = 0; i < salesOfCustomers.length; i++) {
            for (String sale : salesOfCustomers[i].split(" ")) {
                String[] parts = sale.split("=");
                add(revenue, new Sale(i, LocalDate.parse(parts[0]), Long.parseLong(parts[1])));
            }
        }
        return revenue;
    }

    /** Up to 150 sales of up to 12 customers in about 14 months, in no order, some free of charge. */
    public static Arbitrary<List<Sale>> lists() {
        Arbitrary<Integer> customers = Arbitraries.integers().between(1, 12);
        Arbitrary<LocalDate> days = Arbitraries.integers().between(0, 430).map(FIRST_DAY::plusDays);
        Arbitrary<Long> cents = Arbitraries.longs().between(0, 5_000);
        return Combinators.combine(customers, days, cents).as(Sale::new).list().ofMaxSize(150);
    }
}
