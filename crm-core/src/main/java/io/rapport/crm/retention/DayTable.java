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
import java.util.stream.IntStream;

/**
 * Customers' days in parts by the hash of the customer. Rows wait in their part, in the order they came, and are sorted
 * in when as many wait as it holds already, or when somebody looks: so adding is a write to the end of an array.
 */
final class DayTable implements Serializable {

    private static final long serialVersionUID = 1L;

    static final int PART_BITS = 8;
    private static final int ENOUGH_TO_SORT = 65_536;

    private final boolean withAmounts;
    private final DayRuns[] parts = new DayRuns[1 << PART_BITS];
    private transient DayRows[] waiting;

    DayTable(boolean withAmounts) {
        this.withAmounts = withAmounts;
        Arrays.fill(parts, DayRuns.NONE);
        waiting = noRows();
    }

    void add(long high, long low, int day, long amount) {
        int part = partOf(high, low);
        DayRows rows = waiting[part];
        rows.add(high, low, day, amount);
        if (rows.size() >= ENOUGH_TO_SORT && rows.size() >= parts[part].days.length) {
            sortIn(part);
        }
    }

    void merge(DayTable other) {
        for (int part = 0; part < parts.length; part++) {
            parts[part] = parts[part].merge(other.part(part));
        }
    }

    DayTable withoutAmounts() {
        DayTable days = new DayTable(false);
        for (int part = 0; part < parts.length; part++) {
            days.parts[part] = part(part).withoutAmounts();
        }
        return days;
    }

    void forEach(Consumer<? super CustomerDays> reader) {
        CustomerDays view = new CustomerDays();
        for (int part = 0; part < parts.length; part++) {
            DayRuns runs = part(part);
            for (int customer = 0; customer < runs.customers(); customer++) {
                reader.accept(view.at(runs, customer));
            }
        }
    }

    boolean find(UUID customer, Consumer<? super CustomerDays> reader) {
        long high = customer.getMostSignificantBits();
        long low = customer.getLeastSignificantBits();
        DayRuns runs = part(partOf(high, low));
        int at = runs.find(high, low);
        if (at >= 0) {
            reader.accept(new CustomerDays().at(runs, at));
        }
        return at >= 0;
    }

    int customers() {
        return IntStream.range(0, parts.length)
                .map(part -> part(part).customers())
                .sum();
    }

    Set<UUID> customerIds() {
        List<DayRuns> now = new ArrayList<>();
        for (int part = 0; part < parts.length; part++) {
            now.add(part(part));
        }
        return new CustomerIds(now, customers());
    }

    private static int partOf(long high, long low) {
        return (int) (CustomerKey.hash(high, low) >>> (Long.SIZE - PART_BITS));
    }

    private DayRuns part(int part) {
        if (waiting[part].size() > 0) {
            sortIn(part);
        }
        return parts[part];
    }

    private void sortIn(int part) {
        parts[part] = parts[part].merge(DayRowsSort.sorted(waiting[part]));
        waiting[part] = new DayRows(withAmounts);
    }

    private DayRows[] noRows() {
        DayRows[] none = new DayRows[1 << PART_BITS];
        Arrays.setAll(none, part -> new DayRows(withAmounts));
        return none;
    }

    private void writeObject(ObjectOutputStream out) throws IOException {
        for (int part = 0; part < parts.length; part++) {
            part(part);
        }
        out.defaultWriteObject();
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        waiting = noRows();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DayTable that
                && withAmounts == that.withAmounts
                && IntStream.range(0, parts.length).allMatch(part -> part(part).equals(that.part(part)));
    }

    @Override
    public int hashCode() {
        return IntStream.range(0, parts.length)
                .map(part -> part(part).hashCode())
                .reduce(1, (hash, next) -> 31 * hash + next);
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
            return parts.get(partOf(high, low)).find(high, low) >= 0;
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
