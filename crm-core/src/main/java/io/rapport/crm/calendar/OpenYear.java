package io.rapport.crm.calendar;

import com.google.common.collect.Range;
import com.google.common.collect.RangeSet;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;

/**
 * The open intervals of one year of UTC, in order and apart from each other, with the open seconds before each. A year
 * is searched by halving, never walked.
 */
final class OpenYear {

    /** A shift of the days around New Year may reach over: offsets go up to 18 hours, shifts up to a day. */
    private static final int REACH = 3;

    private final int year;
    private final Range<Long> span;
    private final long[] starts;
    private final long[] ends;
    private final long[] openBefore;
    private final long total;

    private OpenYear(int year, Range<Long> span, RangeSet<Long> open) {
        this.year = year;
        this.span = span;
        this.starts = open.asRanges().stream().mapToLong(Range::lowerEndpoint).toArray();
        this.ends = open.asRanges().stream().mapToLong(Range::upperEndpoint).toArray();
        this.openBefore = new long[starts.length];
        long sum = 0;
        for (int i = 0; i < starts.length; i++) {
            openBefore[i] = sum;
            sum += ends[i] - starts[i];
        }
        this.total = sum;
    }

    static OpenYear of(OpenHours hours, int year) {
        LocalDate first = LocalDate.of(year, 1, 1);
        LocalDate end = first.plusYears(1);
        Range<Long> span = Range.closedOpen(second(first), second(end));
        RangeSet<Long> open = hours.between(first.minusDays(REACH), end.plusDays(REACH));
        return new OpenYear(year, span, open.subRangeSet(span));
    }

    int year() {
        return year;
    }

    int size() {
        return starts.length;
    }

    long start(int index) {
        return starts[index];
    }

    long end(int index) {
        return ends[index];
    }

    /** All open seconds of the year. */
    long total() {
        return total;
    }

    /** The interval that has started last at this second; -1 if none has. */
    int startedAt(long second) {
        int at = Arrays.binarySearch(starts, second);
        return at < 0 ? -at - 2 : at;
    }

    /** Whether the interval, which has started, is still open. */
    boolean open(int index, long second) {
        return index >= 0 && second < ends[index];
    }

    /** The open seconds of the year until this second. */
    long openUntil(int started, long second) {
        return started < 0 ? 0 : openBefore[started] + Math.min(second, ends[started]) - starts[started];
    }

    /** When this many open seconds of the year are used up, as early as can be. */
    long usedUp(long openSeconds) {
        int at = Arrays.binarySearch(openBefore, openSeconds);
        return secondOf(at < 0 ? -at - 2 : at - 1, openSeconds);
    }

    /** When this many open seconds of the year are used up, as late as can be without being further open. */
    long latestUsedUp(long openSeconds) {
        int at = Arrays.binarySearch(openBefore, openSeconds);
        return secondOf(at < 0 ? -at - 2 : at, openSeconds);
    }

    /** Whether the last interval touches the start of the next year and may go on there. */
    boolean endsOpen() {
        return size() > 0 && ends[size() - 1] == span.upperEndpoint();
    }

    /** Whether the first interval touches the start of the year and may go on from the year before. */
    boolean startsOpen() {
        return size() > 0 && starts[0] == span.lowerEndpoint();
    }

    private long secondOf(int index, long openSeconds) {
        return starts[index] + openSeconds - openBefore[index];
    }

    private static long second(LocalDate date) {
        return date.atStartOfDay().toEpochSecond(ZoneOffset.UTC);
    }
}
