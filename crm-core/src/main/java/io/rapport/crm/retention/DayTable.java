package io.rapport.crm.retention;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Customers' days in parts by {@link CustomerKey}. Rows wait in logs and are sorted in, part by part, when as many wait
 * as the table holds already, or when somebody looks: so adding is a write to the end of an array.
 */
final class DayTable implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int ENOUGH_TO_SORT = 16_777_216;
    private static final long DAY = 0xFFFF_FFFFL;

    private final boolean withAmounts;
    private final int enoughToSort;
    private final DayRuns[] parts = new DayRuns[CustomerKey.PARTS];
    private transient DayLog numbers;
    private transient DayLog ids;

    DayTable(boolean withAmounts) {
        this(withAmounts, ENOUGH_TO_SORT);
    }

    /** @param enoughToSort how many rows wait at least before they are sorted in without need */
    DayTable(boolean withAmounts, int enoughToSort) {
        this(withAmounts, enoughToSort, new DayLog(false, withAmounts), new DayLog(true, withAmounts));
    }

    private DayTable(boolean withAmounts, int enoughToSort, DayLog numbers, DayLog ids) {
        this.withAmounts = withAmounts;
        this.enoughToSort = enoughToSort;
        this.numbers = numbers;
        this.ids = ids;
        Arrays.fill(parts, DayRuns.NONE);
    }

    void add(long high, long low, int day, long amount) {
        if (CustomerKey.isNumber(high, low)) {
            addNumber(low, day, amount);
        } else {
            ids.add(high, low, day);
            if (withAmounts) {
                ids.add(amount);
            }
            sortInIfMany(ids);
        }
    }

    private void addNumber(long number, int day, long amount) {
        numbers.add((number << Integer.SIZE) | (day & DAY));
        if (withAmounts) {
            numbers.add(amount);
        }
        sortInIfMany(numbers);
    }

    private void sortInIfMany(DayLog log) {
        if (log.dealtRows() >= enoughToSort && log.dealtRows() >= days()) {
            parts();
        }
    }

    /** Whether rows wait, so that showing days takes sorting. */
    boolean hasWaiting() {
        return numbers.rows() + ids.rows() > 0;
    }

    /** A day before which nobody has one; the largest that there is if there are no days at all. */
    int firstDay() {
        numbers.deal();
        ids.deal();
        int first = Math.min(numbers.firstDay(), ids.firstDay());
        for (DayRuns runs : parts) {
            for (int customer = 0; customer < runs.customers(); customer++) {
                first = Math.min(first, runs.days[runs.starts[customer]]);
            }
        }
        return first;
    }

    /** Shows the periods of all customers, and sorts nothing. */
    void forEach(PeriodBits bits, PeriodBits.Reader reader) {
        numbers.deal();
        ids.deal();
        for (int part = 0; part < parts.length; part++) {
            bits.read(part, parts[part], numbers, ids, reader);
        }
    }

    private long days() {
        return Arrays.stream(parts).mapToLong(part -> part.days.length).sum();
    }

    /** All parts, with what waits sorted in. */
    private DayRuns[] parts() {
        if (hasWaiting()) {
            numbers.deal();
            ids.deal();
            DayRowsSort sort = new DayRowsSort(withAmounts);
            DayRuns[] sorted = parts.clone();
            for (int part = 0; part < parts.length; part++) {
                sorted[part] = parts[part].merge(sort.numbers(part, numbers)).merge(sort.ids(part, ids));
            }
            System.arraycopy(sorted, 0, parts, 0, parts.length);
            numbers.clear();
            ids.clear();
        }
        return parts;
    }

    /** What waits in the other waits here too, so that merging does not sort. */
    void merge(DayTable other) {
        for (int part = 0; part < parts.length; part++) {
            parts[part] = parts[part].merge(other.parts[part]);
        }
        numbers.addAll(other.numbers);
        ids.addAll(other.ids);
        sortInIfMany(numbers);
        sortInIfMany(ids);
    }

    /** Deals the parts out. */
    List<DayTable> split(int tables) {
        List<DayTable> shares = new ArrayList<>();
        for (int table = 0; table < tables; table++) {
            int share = table;
            IntPredicate own = part -> part % tables == share;
            DayTable some = new DayTable(withAmounts, enoughToSort, numbers.only(own), ids.only(own));
            Arrays.setAll(some.parts, part -> own.test(part) ? parts[part] : DayRuns.NONE);
            shares.add(some);
        }
        return shares;
    }

    DayTable withoutAmounts() {
        DayTable days = new DayTable(false);
        Arrays.setAll(days.parts, part -> parts()[part].withoutAmounts());
        return days;
    }

    void forEach(Consumer<? super CustomerDays> reader) {
        CustomerDays view = new CustomerDays();
        for (DayRuns runs : parts()) {
            for (int customer = 0; customer < runs.customers(); customer++) {
                reader.accept(view.at(runs, customer));
            }
        }
    }

    boolean find(UUID customer, Consumer<? super CustomerDays> reader) {
        long high = customer.getMostSignificantBits();
        long low = customer.getLeastSignificantBits();
        DayRuns runs = parts()[CustomerKey.part(high, low)];
        int at = runs.find(high, low);
        if (at >= 0) {
            reader.accept(new CustomerDays().at(runs, at));
        }
        return at >= 0;
    }

    int customers() {
        return Arrays.stream(parts()).mapToInt(DayRuns::customers).sum();
    }

    Set<UUID> customerIds() {
        return new CustomerIds(List.of(parts()), customers());
    }

    private void writeObject(ObjectOutputStream out) throws IOException {
        parts();
        out.defaultWriteObject();
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        numbers = new DayLog(false, withAmounts);
        ids = new DayLog(true, withAmounts);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DayTable that
                && withAmounts == that.withAmounts
                && Arrays.equals(parts(), that.parts());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(parts());
    }

    /** The customers as they were when asked for. */
    private static final class CustomerIds extends AbstractSet<UUID> {

        private final List<DayRuns> parts;
        private final int size;

        CustomerIds(List<DayRuns> parts, int size) {
            this.parts = parts;
            this.size = size;
        }

        @Override
        public int size() {
            return size;
        }

        @Override
        public boolean contains(Object customer) {
            if (!(customer instanceof UUID id)) {
                return false;
            }
            long high = id.getMostSignificantBits();
            long low = id.getLeastSignificantBits();
            return parts.get(CustomerKey.part(high, low)).find(high, low) >= 0;
        }

        @Override
        public Iterator<UUID> iterator() {
            return parts.stream()
                    .flatMap(part -> IntStream.range(0, part.customers())
                            .mapToObj(at -> CustomerKey.id(part.highs[at], part.lows[at])))
                    .iterator();
        }
    }
}
