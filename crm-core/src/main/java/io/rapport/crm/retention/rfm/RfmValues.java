package io.rapport.crm.retention.rfm;

import io.rapport.crm.fault.Require;
import io.rapport.crm.retention.CustomerDays;
import io.rapport.crm.retention.RevenueDays;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;

/**
 * Each customer's recency, frequency and monetary value as of a day, in plain arrays. Purchases after the day are left
 * out, and so are customers who had not bought by then. Immutable.
 */
public final class RfmValues {

    private long[] highs;
    private long[] lows;
    private double[] recency;
    private double[] frequency;
    private double[] monetary;
    private int size;

    private RfmValues(int customers) {
        highs = new long[customers];
        lows = new long[customers];
        recency = new double[customers];
        frequency = new double[customers];
        monetary = new double[customers];
    }

    /**
     * The values as of a day. Takes one pass over all purchase days.
     *
     * @param counted what F counts; by orders, no purchase may lie after the day, for orders are not kept by day
     * @param spent what M is
     */
    public static RfmValues of(RevenueDays revenue, LocalDate asOf, Frequency counted, Monetary spent) {
        Require.present("counted", counted);
        Require.present("spent", spent);
        int day = Math.toIntExact(Require.present("asOf", asOf).toEpochDay());
        RfmValues values = new RfmValues(revenue.customers());
        revenue.forEach(customer -> {
            Require.that(
                    counted == Frequency.PURCHASE_DAYS || customer.last() <= day,
                    "asOf",
                    "lies before purchases",
                    "leave these out, or count purchase days");
            if (customer.first() <= day) {
                values.add(customer, day, counted, spent);
            }
        });
        return values.trimmed();
    }

    private RfmValues trimmed() {
        if (size < highs.length) {
            highs = Arrays.copyOf(highs, size);
            lows = Arrays.copyOf(lows, size);
            recency = Arrays.copyOf(recency, size);
            frequency = Arrays.copyOf(frequency, size);
            monetary = Arrays.copyOf(monetary, size);
        }
        return this;
    }

    private void add(CustomerDays customer, int asOf, Frequency counted, Monetary spent) {
        int days = customer.daysBefore(asOf + 1);
        long sum = 0;
        for (int i = 0; i < days; i++) {
            sum = Math.addExact(sum, customer.amountMinor(i));
        }
        highs[size] = customer.mostSignificantBits();
        lows[size] = customer.leastSignificantBits();
        recency[size] = asOf - customer.day(days - 1);
        frequency[size] = counted == Frequency.ORDERS ? customer.orders() : days;
        monetary[size] = spent == Monetary.SUM ? sum : sum / frequency[size];
        size++;
    }

    /** The number of customers. */
    public int customers() {
        return size;
    }

    /** The recency days of all customers. */
    public ValueHistogram recencyHistogram() {
        return histogram(recency);
    }

    /** The frequencies of all customers. */
    public ValueHistogram frequencyHistogram() {
        return histogram(frequency);
    }

    /** The monetary values of all customers in minor units. */
    public ValueHistogram monetaryHistogram() {
        return histogram(monetary);
    }

    private ValueHistogram histogram(double[] values) {
        ValueHistogram histogram = new ValueHistogram();
        for (int i = 0; i < size; i++) {
            histogram.add(values[i]);
        }
        return histogram;
    }

    UUID customer(int index) {
        return new UUID(highs[index], lows[index]);
    }

    double[] recency() {
        return recency;
    }

    double[] frequency() {
        return frequency;
    }

    double[] monetary() {
        return monetary;
    }

    @Override
    public String toString() {
        return "RfmValues[customers=" + size + "]";
    }
}
