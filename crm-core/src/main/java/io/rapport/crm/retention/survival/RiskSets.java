package io.rapport.crm.retention.survival;

import io.rapport.crm.retention.internal.CountTable;
import java.util.Arrays;

/** The distinct times in order, what happened at each, and how many were at risk. */
final class RiskSets {

    final double[] times;
    final double[] events;
    final double[] censored;
    final double[] entries;
    /** At risk at each time: those who end then or later, less those who enter then or later. After the last, 0. */
    private final double[] atRisk;

    RiskSets(SurvivalTable table) {
        CountTable.Rows rows = table.rows();
        double[] all = new double[rows.size()];
        double[][] sums = new double[3][rows.size()];
        int size = 0;
        for (int row = 0; row < rows.size(); row++) {
            if (size == 0 || all[size - 1] != rows.first(row)) {
                all[size++] = rows.first(row);
            }
            for (int column = 0; column < sums.length; column++) {
                sums[column][size - 1] += rows.second(row) * rows.count(row, column);
            }
        }
        times = Arrays.copyOf(all, size);
        events = Arrays.copyOf(sums[SurvivalTable.EVENTS], size);
        censored = Arrays.copyOf(sums[SurvivalTable.CENSORED], size);
        entries = Arrays.copyOf(sums[SurvivalTable.ENTRIES], size);
        atRisk = new double[size + 1];
        for (int i = size - 1; i >= 0; i--) {
            atRisk[i] = atRisk[i + 1] + events[i] + censored[i] - entries[i];
        }
    }

    int size() {
        return times.length;
    }

    double atRisk(int index) {
        return atRisk[index];
    }

    /** How many are at risk at any time. */
    double atRiskAt(double time) {
        return atRisk[before(time)];
    }

    double eventsAt(double time) {
        int index = before(time);
        return index < times.length && times[index] == time ? events[index] : 0;
    }

    /** How many of the times lie before the given one. */
    int before(double time) {
        int at = Arrays.binarySearch(times, time);
        return at < 0 ? -at - 1 : at;
    }

    /** How many of the times are at most the given one. */
    int upTo(double time) {
        int at = Arrays.binarySearch(times, time);
        return at < 0 ? -at - 1 : at + 1;
    }

    double last() {
        return times.length == 0 ? 0 : times[times.length - 1];
    }
}
