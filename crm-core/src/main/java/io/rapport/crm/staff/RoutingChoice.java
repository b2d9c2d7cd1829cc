package io.rapport.crm.staff;

import com.google.common.collect.ImmutableList;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Who gets a piece of work, and why each candidate does or does not.
 *
 * @param date the day for which certifications were looked at
 * @param chosen the best of those who qualify; empty if nobody does
 * @param verdicts one for each candidate: first those who qualify, the best first, then the others by id
 * @param relaxed what was asked for less; only as many steps as it took to find somebody
 * @param relaxesAfter if nobody was chosen, the wait after which asking again asks for less; empty if nothing is left
 * @param unmet if nobody qualified before relaxation, the skills that the nearest available person lacked, by name
 */
public record RoutingChoice(
        LocalDate date,
        Optional<CandidateVerdict> chosen,
        List<CandidateVerdict> verdicts,
        List<Relaxation> relaxed,
        Optional<Duration> relaxesAfter,
        List<SkillLevel> unmet) {

    public RoutingChoice {
        verdicts = ImmutableList.copyOf(verdicts);
        relaxed = ImmutableList.copyOf(relaxed);
        unmet = ImmutableList.copyOf(unmet);
    }

    /** The employee who gets the work. */
    public Optional<EmployeeId> employee() {
        return chosen.map(CandidateVerdict::employee);
    }

    /** What was found about one candidate. */
    public Optional<CandidateVerdict> verdict(EmployeeId employee) {
        return verdicts.stream().filter(one -> one.employee().equals(employee)).findFirst();
    }
}
