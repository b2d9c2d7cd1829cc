package io.rapport.crm.retention;

import java.util.Arrays;

/**
 * In which periods the customers of one part after another were active, a bit for each, from rows that need not be
 * sorted. Customers who are known by a number stand for themselves unless the numbers are far apart, others are numbered
 * first.
 */
final class PeriodBits {

    /** Shows the bits of one customer, the first period lowest. None is set if all days lie behind the end. */
    interface Reader {

        void read(long[] bits, int from, int to);
    }

    private static final int MOST_WORDS = 16;
    /** Numbers are far apart where not every so manyth one has a row. */
    private static final int FAR = 4;

    private static final int HALF = 32;
    private static final int WORD_BITS = 6;

    private final PeriodTable periods;
    private final int firstPeriod;
    private final int end;
    private final int words;
    private final IdNumbers ids = new IdNumbers();
    private long[] bits = {};
    /** How many customers stand for themselves. */
    private int places;

    PeriodBits(PeriodTable periods, int firstDay, int end) {
        this.periods = periods;
        this.end = end;
        firstPeriod = periods.of(firstDay);
        words = words(periods.of(end) - firstPeriod);
    }

    /** Whether so many periods are better kept as bits than as days. */
    static boolean suit(int periods) {
        return words(periods) <= MOST_WORDS;
    }

    private static int words(int lastPeriod) {
        return (lastPeriod >> WORD_BITS) + 1;
    }

    /** Shows the customers of one part; the logs must have been dealt out. */
    void read(int part, DayRuns runs, DayLog numberLog, DayLog idLog, Reader reader) {
        int dense = CustomerKey.placesTo(numberLog.largestNumber());
        places = dense <= FAR * (long) numberLog.rows(part) ? dense : 0;
        ids.clear();
        Arrays.fill(bits, 0);
        makeRoom(places);
        addRuns(runs);
        numberLog.read(part, (rows, from, to) -> addNumbers(rows, from, to, numberLog.width()));
        idLog.read(part, (rows, from, to) -> addIds(rows, from, to, idLog.width()));
        int used = (places + ids.size()) * words;
        for (int from = 0; from < used; from += words) {
            reader.read(bits, from, from + words);
        }
    }

    private void addRuns(DayRuns runs) {
        for (int customer = 0; customer < runs.customers(); customer++) {
            int index = index(runs.highs[customer], runs.lows[customer]);
            for (int i = runs.starts[customer]; i < runs.starts[customer + 1]; i++) {
                add(index, runs.days[i]);
            }
        }
    }

    private void addNumbers(long[] rows, int from, int to, int width) {
        if (words == 1 && places > 0) {
            addNarrow(rows, from, to, width);
            return;
        }
        for (int row = from; row < to; row += width) {
            add(index(0, rows[row] >>> HALF), (int) rows[row]);
        }
    }

    /** The usual rows in as few steps as there can be. */
    private void addNarrow(long[] rows, int from, int to, int width) {
        long[] own = bits;
        PeriodTable table = periods;
        int first = firstPeriod;
        int behind = end;
        for (int row = from; row < to; row += width) {
            long word = rows[row];
            int day = (int) word;
            if (day < behind) {
                own[CustomerKey.placeInPart((int) (word >>> HALF))] |= 1L << (table.of(day) - first);
            }
        }
    }

    private void addIds(long[] rows, int from, int to, int width) {
        for (int row = from; row < to; row += width) {
            add(index(rows[row], rows[row + 1]), (int) rows[row + 2]);
        }
    }

    private int index(long high, long low) {
        if (CustomerKey.isNumber(high, low)) {
            int place = CustomerKey.placeInPart((int) low);
            if (place < places) {
                return place;
            }
        }
        int index = places + ids.number(high, low);
        makeRoom(index + 1);
        return index;
    }

    private void add(int index, int day) {
        if (day < end) {
            int period = periods.of(day) - firstPeriod;
            bits[index * words + (period >> WORD_BITS)] |= 1L << period;
        }
    }

    private void makeRoom(int customers) {
        int needed = Math.multiplyExact(customers, words);
        if (bits.length < needed) {
            bits = Arrays.copyOf(bits, needed + (needed >> 1));
        }
    }
}
