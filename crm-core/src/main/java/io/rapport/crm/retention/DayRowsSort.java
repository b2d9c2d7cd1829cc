package io.rapport.crm.retention;

import java.util.Arrays;

/**
 * Brings rows into {@link DayRuns}: numbers the customers in a small hash table, orders them, deals the days out to
 * them and orders these. The rows of one part of a table fit into a processor's cache, which makes this several times
 * as fast as a hash table of all customers.
 */
final class DayRowsSort {

    private static final int FIRST_CAPACITY = 64;
    private static final int BY_HAND = 40;
    private static final int HALF = 32;
    /** The bits of the hash that customers are ordered by, next to their number. */
    private static final int PREFIX = 33;

    private final DayRows rows;
    private final int[] customerOfRow;
    private int[] slots = new int[FIRST_CAPACITY];
    private long[] highs = new long[FIRST_CAPACITY / 2];
    private long[] lows = new long[FIRST_CAPACITY / 2];
    private int[] counts = new int[FIRST_CAPACITY / 2];
    private int customers;

    private DayRowsSort(DayRows rows) {
        this.rows = rows;
        customerOfRow = new int[rows.size()];
    }

    static DayRuns sorted(DayRows rows) {
        if (rows.size() == 0) {
            return DayRuns.NONE;
        }
        DayRowsSort sort = new DayRowsSort(rows);
        sort.numberCustomers();
        return sort.dealOut(sort.inOrder());
    }

    private void numberCustomers() {
        for (int row = 0; row < customerOfRow.length; row++) {
            int customer = number(rows.high(row), rows.low(row));
            counts[customer]++;
            customerOfRow[row] = customer;
        }
    }

    private int number(long high, long low) {
        int mask = slots.length - 1;
        int slot = (int) CustomerKey.hash(high, low) & mask;
        while (slots[slot] != 0) {
            int customer = slots[slot] - 1;
            if (lows[customer] == low && highs[customer] == high) {
                return customer;
            }
            slot = (slot + 1) & mask;
        }
        if (customers == highs.length) {
            grow();
            return number(high, low);
        }
        highs[customers] = high;
        lows[customers] = low;
        slots[slot] = customers + 1;
        return customers++;
    }

    private void grow() {
        int capacity = 2 * slots.length;
        slots = new int[capacity];
        highs = Arrays.copyOf(highs, capacity / 2);
        lows = Arrays.copyOf(lows, capacity / 2);
        counts = Arrays.copyOf(counts, capacity / 2);
        int mask = capacity - 1;
        for (int customer = 0; customer < customers; customer++) {
            int slot = (int) CustomerKey.hash(highs[customer], lows[customer]) & mask;
            while (slots[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            slots[slot] = customer + 1;
        }
    }

    /** The numbers of the customers in the order of {@link CustomerKey}. */
    private int[] inOrder() {
        long[] keys = new long[customers];
        for (int customer = 0; customer < customers; customer++) {
            long hash = CustomerKey.hash(highs[customer], lows[customer]);
            keys[customer] = (hash << DayTable.PART_BITS) >>> PREFIX << HALF | customer;
        }
        Arrays.sort(keys);
        int[] order = new int[customers];
        for (int i = 0; i < customers; i++) {
            order[i] = (int) keys[i];
            for (int j = i;
                    j > 0 && keys[j] >>> HALF == keys[j - 1] >>> HALF && isBefore(order[j], order[j - 1]);
                    j--) {
                int swap = order[j];
                order[j] = order[j - 1];
                order[j - 1] = swap;
            }
        }
        return order;
    }

    private boolean isBefore(int customer, int other) {
        return CustomerKey.compare(highs[customer], lows[customer], highs[other], lows[other]) < 0;
    }

    private DayRuns dealOut(int[] order) {
        int[] next = new int[customers];
        int at = 0;
        for (int customer : order) {
            next[customer] = at;
            at += counts[customer];
        }
        int[] days = new int[at];
        long[] amounts = new long[rows.withAmounts() ? at : 0];
        for (int row = 0; row < at; row++) {
            int to = next[customerOfRow[row]]++;
            days[to] = rows.day(row);
            if (amounts.length > 0) {
                amounts[to] = rows.amount(row);
            }
        }
        return distinct(order, days, amounts);
    }

    private DayRuns distinct(int[] order, int[] days, long[] amounts) {
        long[] orderedHighs = new long[customers];
        long[] orderedLows = new long[customers];
        long[] orders = new long[customers];
        int[] starts = new int[customers + 1];
        int from = 0;
        int size = 0;
        for (int i = 0; i < customers; i++) {
            int customer = order[i];
            orderedHighs[i] = highs[customer];
            orderedLows[i] = lows[customer];
            orders[i] = counts[customer];
            int to = from + counts[customer];
            sort(days, amounts, from, to);
            size = unite(days, amounts, from, to, size);
            starts[i + 1] = size;
            from = to;
        }
        return new DayRuns(
                orderedHighs,
                orderedLows,
                starts,
                Arrays.copyOf(days, size),
                orders,
                amounts.length > 0 ? Arrays.copyOf(amounts, size) : amounts);
    }

    private static void sort(int[] days, long[] amounts, int from, int to) {
        if (amounts.length == 0 && to - from > BY_HAND) {
            Arrays.sort(days, from, to);
        } else if (to - from > BY_HAND) {
            sortPairs(days, amounts, from, to);
        } else {
            sortByHand(days, amounts, from, to);
        }
    }

    private static void sortByHand(int[] days, long[] amounts, int from, int to) {
        for (int i = from + 1; i < to; i++) {
            int day = days[i];
            if (days[i - 1] > day) {
                long amount = amounts.length == 0 ? 0 : amounts[i];
                int j = i;
                while (j > from && days[j - 1] > day) {
                    days[j] = days[j - 1];
                    if (amounts.length > 0) {
                        amounts[j] = amounts[j - 1];
                    }
                    j--;
                }
                days[j] = day;
                if (amounts.length > 0) {
                    amounts[j] = amount;
                }
            }
        }
    }

    private static void sortPairs(int[] days, long[] amounts, int from, int to) {
        long[] keys = new long[to - from];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = (long) days[from + i] << HALF | i;
        }
        Arrays.sort(keys);
        long[] before = Arrays.copyOfRange(amounts, from, to);
        for (int i = 0; i < keys.length; i++) {
            days[from + i] = (int) (keys[i] >> HALF);
            amounts[from + i] = before[(int) keys[i]];
        }
    }

    /** Moves the distinct ones of the ordered days to {@code size} on, and returns where they end. */
    private static int unite(int[] days, long[] amounts, int from, int to, int size) {
        int end = size;
        for (int i = from; i < to; i++) {
            boolean repeated = end > size && days[end - 1] == days[i];
            if (amounts.length > 0) {
                if (repeated) {
                    amounts[end - 1] = Day.sum(amounts[end - 1], amounts[i]);
                } else {
                    amounts[end] = amounts[i];
                }
            }
            if (!repeated) {
                days[end++] = days[i];
            }
        }
        return end;
    }
}
