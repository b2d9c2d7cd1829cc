package io.rapport.crm.calendar;

import com.google.common.collect.Range;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where times on the clock of a zone stand in real time around some dates, in seconds since 1970-01-01T00:00Z. The
 * changes of the clock are looked up once for all of them, because a zone computes those of far years at each question.
 *
 * <p>A time that the clock skips is moved forward by what it skips; of a time that it shows twice, the first is taken.
 */
final class LocalClock {

    /** More than any offset and than the two days into which the hours of a date can reach. */
    private static final int MARGIN = 5;

    private static final int SECONDS_OF_DAY = 86_400;

    private final int offset;
    private final List<Change> changes;

    private LocalClock(int offset, List<Change> changes) {
        this.offset = offset;
        this.changes = changes;
    }

    /**
     * A change of the clock. Whether it goes forward or back, a time has the new offset only from the later of the two
     * readings on: before that it is skipped, or shown for the first time.
     */
    private record Change(long before, long after, int offset) {

        static Change of(ZoneOffsetTransition transition) {
            return new Change(
                    transition.getDateTimeBefore().toEpochSecond(ZoneOffset.UTC),
                    transition.getDateTimeAfter().toEpochSecond(ZoneOffset.UTC),
                    transition.getOffsetAfter().getTotalSeconds());
        }

        boolean appliesTo(long local) {
            return local >= Math.max(before, after);
        }

        boolean skipsDayFrom(long midnight) {
            return before <= midnight && midnight + SECONDS_OF_DAY <= after;
        }
    }

    /** The clock around the dates from the first to before the last. */
    static LocalClock around(ZoneId zone, LocalDate first, LocalDate end) {
        ZoneRules rules = zone.getRules();
        Instant start = first.minusDays(MARGIN).atStartOfDay().toInstant(ZoneOffset.UTC);
        Instant last = end.plusDays(MARGIN).atStartOfDay().toInstant(ZoneOffset.UTC);
        List<Change> changes = new ArrayList<>();
        ZoneOffsetTransition next = rules.nextTransition(start);
        while (next != null && next.getInstant().isBefore(last)) {
            changes.add(Change.of(next));
            next = rules.nextTransition(next.getInstant());
        }
        return new LocalClock(rules.getOffset(start).getTotalSeconds(), changes);
    }

    /** When the hours of a date are; empty if the clock shows nothing of them. */
    Optional<Range<Long>> range(LocalDate date, Hours hours) {
        long midnight = date.toEpochDay() * SECONDS_OF_DAY;
        long from = resolve(midnight + hours.startSecond());
        long until = resolve(midnight + hours.endSecond());
        return until > from && shows(midnight) ? Optional.of(Range.closedOpen(from, until)) : Optional.empty();
    }

    private long resolve(long local) {
        int current = offset;
        for (Change change : changes) {
            current = change.appliesTo(local) ? change.offset() : current;
        }
        return local - current;
    }

    private boolean shows(long midnight) {
        return changes.stream().noneMatch(change -> change.skipsDayFrom(midnight));
    }
}
