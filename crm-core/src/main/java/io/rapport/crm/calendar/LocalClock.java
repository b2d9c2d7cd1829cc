package io.rapport.crm.calendar;

import com.google.common.collect.Range;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

/** Where times on the clock of a zone stand in real time, in seconds since 1970-01-01T00:00Z. */
record LocalClock(ZoneId zone) {

    /** A time that the clock skips is moved forward by what it skips; of a time that it shows twice, the first. */
    Instant resolve(LocalDateTime time) {
        return time.atZone(zone).toInstant();
    }

    LocalDate dateAt(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    /** Empty if the clock shows nothing of it. */
    Optional<Range<Long>> range(LocalDate date, Hours hours) {
        if (!shows(date)) {
            return Optional.empty();
        }
        LocalDateTime midnight = date.atStartOfDay();
        long from = second(midnight.plusSeconds(hours.startSecond()));
        long until = second(midnight.plusSeconds(hours.endSecond()));
        return until > from ? Optional.of(Range.closedOpen(from, until)) : Optional.empty();
    }

    /** Whether the date exists in the zone. */
    boolean shows(LocalDate date) {
        return date.atStartOfDay(zone).toLocalDate().equals(date);
    }

    private long second(LocalDateTime time) {
        return time.atZone(zone).toEpochSecond();
    }
}
