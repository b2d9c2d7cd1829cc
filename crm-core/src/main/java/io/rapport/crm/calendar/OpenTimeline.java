package io.rapport.crm.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Finds moments and adds up time along the open intervals of all years. A step costs a year, not a day. */
final class OpenTimeline {

    private static final int SECONDS_OF_DAY = 86_400;
    private static final Duration LONGEST = Duration.ofDays(366L * PerYear.LAST);

    private final PerYear<OpenYear> years;

    OpenTimeline(OpenHours hours, String calendar) {
        this.years = new PerYear<>(calendar, year -> OpenYear.of(hours, year));
    }

    /** An interval of one year; it may go on in the years beside it. */
    private record Place(OpenYear year, int index) {

        long start() {
            return year.start(index);
        }

        long end() {
            return year.end(index);
        }
    }

    boolean isOpen(Instant at) {
        OpenYear year = yearOf(at);
        return year.open(year.startedAt(at.getEpochSecond()), at.getEpochSecond());
    }

    Duration between(Instant from, Instant until) {
        OpenYear first = yearOf(from);
        OpenYear last = yearOf(until);
        Duration sum = openUntil(last, until).minus(openUntil(first, from));
        long whole = 0;
        for (int year = first.year(); year < last.year(); year++) {
            whole += years.get(year).total();
        }
        return sum.plusSeconds(whole);
    }

    /** When {@code amount}, above zero, is used up after {@code from}, as early as can be. */
    Instant add(Instant from, Duration amount) {
        OpenYear year = yearOf(from);
        Duration left = amount.compareTo(LONGEST) > 0 ? LONGEST : amount;
        Duration target = openUntil(year, from).plus(left);
        int idle = 0;
        while (target.compareTo(Duration.ofSeconds(year.total())) > 0) {
            target = target.minusSeconds(year.total());
            idle = year.size() == 0 ? idle + 1 : 0;
            year = beside(year, 1, idle, "more open time", from);
        }
        long seconds = target.getSeconds();
        long second = target.getNano() == 0 ? year.usedUp(seconds) : year.latestUsedUp(seconds);
        return Instant.ofEpochSecond(second, target.getNano());
    }

    /** From when {@code amount}, above zero, is used up at {@code until}, as late as can be. */
    Instant subtract(Instant until, Duration amount) {
        OpenYear year = yearOf(until);
        Duration left = amount.compareTo(LONGEST) > 0 ? LONGEST : amount;
        Duration target = openUntil(year, until).minus(left);
        int idle = 0;
        while (target.isNegative()) {
            idle = year.size() == 0 ? idle + 1 : 0;
            year = beside(year, -1, idle, "earlier open time", until);
            target = target.plusSeconds(year.total());
        }
        return Instant.ofEpochSecond(year.latestUsedUp(target.getSeconds()), target.getNano());
    }

    Instant nextOpenOrSame(Instant at) {
        Instant start =
                Instant.ofEpochSecond(endingAfter(at.getEpochSecond(), at).start());
        return start.isAfter(at) ? start : at;
    }

    Instant previousOpenOrSame(Instant at) {
        Instant end = Instant.ofEpochSecond(startingBefore(ceiling(at), at).end());
        return end.isBefore(at) ? end : at;
    }

    Instant nextOpening(Instant at) {
        Place place = endingAfter(at.getEpochSecond(), at);
        if (place.start() <= at.getEpochSecond()) {
            place = endingAfter(realEnd(place, at), at);
        }
        return Instant.ofEpochSecond(place.start());
    }

    Instant nextClosing(Instant at) {
        return Instant.ofEpochSecond(realEnd(endingAfter(at.getEpochSecond(), at), at));
    }

    Instant previousOpening(Instant at) {
        return Instant.ofEpochSecond(realStart(startingBefore(ceiling(at), at), at));
    }

    Instant previousClosing(Instant at) {
        Place place = startingBefore(ceiling(at), at);
        if (place.end() >= ceiling(at)) {
            place = startingBefore(realStart(place, at), at);
        }
        return Instant.ofEpochSecond(place.end());
    }

    List<OpenInterval> intervals(Instant from, Instant until) {
        List<OpenInterval> found = new ArrayList<>();
        int last = yearOf(until).year();
        for (OpenYear year = yearOf(from); ; year = years.get(year.year() + 1)) {
            for (int i = Math.max(0, year.startedAt(from.getEpochSecond())); i < year.size(); i++) {
                add(found, later(from, year.start(i)), earlier(until, year.end(i)));
            }
            if (year.year() == last) {
                return List.copyOf(found);
            }
        }
    }

    private static void add(List<OpenInterval> found, Instant from, Instant until) {
        if (!from.isBefore(until)) {
            return;
        }
        int last = found.size() - 1;
        if (last >= 0 && found.get(last).until().equals(from)) {
            found.set(last, new OpenInterval(found.get(last).from(), until));
        } else {
            found.add(new OpenInterval(from, until));
        }
    }

    private Place endingAfter(long second, Instant seenFrom) {
        OpenYear year = yearOf(second);
        int started = year.startedAt(second);
        int index = year.open(started, second) ? started : started + 1;
        for (int idle = 0; index >= year.size(); index = 0) {
            year = beside(year, 1, ++idle, "opening", seenFrom);
        }
        return new Place(year, index);
    }

    private Place startingBefore(long second, Instant seenFrom) {
        OpenYear year = yearOf(second);
        int index = year.startedAt(second - 1);
        for (int idle = 0; index < 0; index = year.size() - 1) {
            year = beside(year, -1, ++idle, "earlier opening", seenFrom);
        }
        return new Place(year, index);
    }

    private long realEnd(Place place, Instant seenFrom) {
        OpenYear year = place.year();
        long end = place.end();
        boolean goesOn = place.index() == year.size() - 1 && year.endsOpen();
        for (int steps = 1; goesOn; steps++) {
            OpenYear next = beside(year, 1, steps, "closing", seenFrom);
            goesOn = next.startsOpen();
            end = goesOn ? next.end(0) : end;
            goesOn = goesOn && next.size() == 1 && next.endsOpen();
            year = next;
        }
        return end;
    }

    private long realStart(Place place, Instant seenFrom) {
        OpenYear year = place.year();
        long start = place.start();
        boolean first = place.index() == 0;
        for (int steps = 1; first && year.startsOpen(); steps++) {
            OpenYear previous = beside(year, -1, steps, "earlier opening", seenFrom);
            if (!previous.endsOpen()) {
                return start;
            }
            start = previous.start(previous.size() - 1);
            first = previous.size() == 1;
            year = previous;
        }
        return start;
    }

    private OpenYear beside(OpenYear year, int step, int inVain, String sought, Instant seenFrom) {
        return years.get(years.beside(year.year(), step, inVain, sought, seenFrom));
    }

    private static Duration openUntil(OpenYear year, Instant at) {
        long second = at.getEpochSecond();
        int started = year.startedAt(second);
        int nanos = year.open(started, second) ? at.getNano() : 0;
        return Duration.ofSeconds(year.openUntil(started, second), nanos);
    }

    private OpenYear yearOf(Instant at) {
        return yearOf(at.getEpochSecond());
    }

    private OpenYear yearOf(long second) {
        return years.get(
                LocalDate.ofEpochDay(Math.floorDiv(second, SECONDS_OF_DAY)).getYear());
    }

    /** The first whole second that is not before the moment. */
    private static long ceiling(Instant at) {
        return at.getNano() == 0 ? at.getEpochSecond() : at.getEpochSecond() + 1;
    }

    private static Instant later(Instant from, long second) {
        Instant other = Instant.ofEpochSecond(second);
        return other.isAfter(from) ? other : from;
    }

    private static Instant earlier(Instant until, long second) {
        Instant other = Instant.ofEpochSecond(second);
        return other.isBefore(until) ? other : until;
    }
}
