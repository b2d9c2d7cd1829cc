package io.rapport.crm.retention.value;

import io.rapport.crm.fault.Require;
import java.io.Serializable;
import java.util.Comparator;

/** A history and what came after it, in a fixed order. */
record HoldoutRow(BuyingHistory history, int purchases) implements Comparable<HoldoutRow>, Serializable {

    private static final Comparator<HoldoutRow> ORDER = Comparator.comparingInt(
                    (HoldoutRow row) -> row.history.frequency())
            .thenComparingDouble(row -> row.history.recency())
            .thenComparingDouble(row -> row.history.age())
            .thenComparing(row -> row.history.unit())
            .thenComparingInt(HoldoutRow::purchases);

    HoldoutRow {
        Require.present("history", history);
        Require.that(purchases >= 0, "purchases", "is below 0", "count the purchases in the holdout");
    }

    @Override
    public int compareTo(HoldoutRow other) {
        return ORDER.compare(this, other);
    }
}
