package io.rapport.crm.ticket;

import com.google.common.collect.ImmutableSet;
import io.rapport.crm.calendar.BusinessCalendar;
import io.rapport.crm.calendar.CalendarId;
import io.rapport.crm.customer.HandlingProfile;
import io.rapport.crm.fault.Require;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Who is asked after a resolution, and when. Complaints, demanding customers, and customers whose handling profile says
 * so are always followed up; all others only if this policy says so. Nobody is asked about a ticket that was resolved
 * under one of the spam codes, nor, since they are never resolved, about merged and cancelled ones. Immutable,
 * thread-safe.
 *
 * <pre>{@code
 * FollowUpPolicy.of(Duration.ofHours(16), CalendarId.of("office"))
 *         .surveying(Duration.ofHours(1)).spam("spam", "test");
 * }</pre>
 *
 * @param after business time from the resolution to the moment the follow-up is due, zero or more, at most 366 days
 * @param calendar whose hours count, in the newest version at the resolution; a ticket cannot be resolved while a tenant
 *     has no such calendar
 * @param everyResolution whether all others are followed up too, by follow-ups that may be left out
 * @param spamCodes codes of {@link Resolution}, compared exactly
 * @param surveyAfter business time from the resolution to the moment at which a survey is requested, zero or more, at most
 *     366 days; no surveys if empty
 */
public record FollowUpPolicy(
        Duration after,
        CalendarId calendar,
        boolean everyResolution,
        Set<String> spamCodes,
        Optional<Duration> surveyAfter) {

    private static final Duration LONGEST = Duration.ofDays(366);

    public FollowUpPolicy {
        requireSpan("after", after);
        Require.present("calendar", calendar);
        spamCodes = Require.set("spamCodes", spamCodes);
        Require.present("surveyAfter", surveyAfter).ifPresent(span -> requireSpan("surveyAfter", span));
    }

    /** Follow-ups where they may not be left out, and no surveys. */
    public static FollowUpPolicy of(Duration after, CalendarId calendar) {
        return new FollowUpPolicy(after, calendar, false, Set.of(), Optional.empty());
    }

    /** A follow-up after every resolution. */
    public FollowUpPolicy everybody() {
        return new FollowUpPolicy(after, calendar, true, spamCodes, surveyAfter);
    }

    /** Nobody is asked after a resolution under one of these codes. */
    public FollowUpPolicy spam(String... codes) {
        return new FollowUpPolicy(after, calendar, everyResolution, ImmutableSet.copyOf(codes), surveyAfter);
    }

    /** With one survey for each resolution. */
    public FollowUpPolicy surveying(Duration businessTime) {
        return new FollowUpPolicy(after, calendar, everyResolution, spamCodes, Optional.of(businessTime));
    }

    boolean concerns(Resolution resolution) {
        return !spamCodes.contains(resolution.code());
    }

    Instant due(BusinessCalendar hours, Instant resolvedAt) {
        return hours.add(resolvedAt, after);
    }

    Optional<Instant> surveyDue(BusinessCalendar hours, Instant resolvedAt) {
        return surveyAfter.map(span -> hours.add(resolvedAt, span));
    }

    /** Why a follow-up may not be left out; empty if it may. */
    static Set<FollowUpReason> reasons(TicketKind kind, HandlingProfile handling) {
        EnumSet<FollowUpReason> reasons = EnumSet.noneOf(FollowUpReason.class);
        if (kind == TicketKind.COMPLAINT) {
            reasons.add(FollowUpReason.COMPLAINT);
        }
        if (handling.demanding()) {
            reasons.add(FollowUpReason.DEMANDING_CUSTOMER);
        }
        if (handling.followUp()) {
            reasons.add(FollowUpReason.HANDLING_PROFILE);
        }
        return reasons;
    }

    private static void requireSpan(String field, Duration span) {
        Require.that(
                !Require.present(field, span).isNegative() && span.compareTo(LONGEST) <= 0,
                field,
                "is " + span,
                "give zero or more, and at most 366 days");
    }
}
