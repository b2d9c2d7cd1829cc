package io.rapport.crm.staff;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import io.rapport.crm.id.Actor;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether an employee is ready for a task on a day, and why. It looks at certifications only: not at shifts, capacity or
 * whether they still work here. A pure function of what is known when it is asked. Thread-safe.
 *
 * @param channel the channel that was asked about; empty for work on any
 * @param date by the local calendar of the employee
 * @param checks one for each certification that is asked for, by name
 */
public record Readiness(
        EmployeeId employee,
        Actor actor,
        Task task,
        Optional<String> channel,
        LocalDate date,
        List<CertificationCheck> checks) {

    public Readiness {
        checks = ImmutableList.copyOf(checks);
    }

    /**
     * Compares what an employee holds with what a task asks for.
     *
     * @param requirements all that are known; those for other tasks and channels are passed over
     */
    public static Readiness of(
            Employee employee,
            Collection<Requirement> requirements,
            Task task,
            Optional<String> channel,
            LocalDate date) {
        List<CertificationCheck> checks = certifications(requirements, task, channel).stream()
                .map(certification -> employee.check(certification, date))
                .toList();
        return new Readiness(employee.id(), employee.actor(), task, channel, date, checks);
    }

    /** The certifications that a task on a channel asks for, by name; for {@link RoutingRequest#certified}. */
    public static Set<Certification> certifications(
            Collection<Requirement> requirements, Task task, Optional<String> channel) {
        return requirements.stream()
                .filter(requirement -> requirement.applies(task, channel))
                .flatMap(requirement -> requirement.certifications().stream())
                .collect(ImmutableSortedSet.toImmutableSortedSet(Comparator.comparing(Certification::name)));
    }

    public ReadinessStatus status() {
        return checks.stream()
                .map(check -> status(check.standing()))
                .max(Comparator.naturalOrder())
                .orElse(ReadinessStatus.READY);
    }

    /** Whether they may do the task; also where something expires soon. */
    public boolean ready() {
        return checks.stream().allMatch(check -> check.standing().holds());
    }

    /** What was never awarded, or was taken away. */
    public List<Certification> missing() {
        return those(ReadinessStatus.MISSING);
    }

    /** What they no longer hold because its last valid day is over. */
    public List<Certification> expired() {
        return those(ReadinessStatus.EXPIRED);
    }

    /** What they hold and can renew now. */
    public List<Certification> expiringSoon() {
        return those(ReadinessStatus.EXPIRING_SOON);
    }

    /** Why, in short English; dates in ISO 8601. */
    public String explanation() {
        String why = checks.stream().map(CertificationCheck::explanation).collect(Collectors.joining(", "));
        return status() + " for " + task + channel.map(name -> " on " + name).orElse("") + " on " + date + ": "
                + (checks.isEmpty() ? "no certification is asked for" : why);
    }

    private List<Certification> those(ReadinessStatus wanted) {
        return checks.stream()
                .filter(check -> status(check.standing()) == wanted)
                .map(CertificationCheck::certification)
                .toList();
    }

    private static ReadinessStatus status(CertificationStanding standing) {
        return switch (standing) {
            case VALID -> ReadinessStatus.READY;
            case EXPIRING_SOON -> ReadinessStatus.EXPIRING_SOON;
            case EXPIRED -> ReadinessStatus.EXPIRED;
            case REVOKED, MISSING -> ReadinessStatus.MISSING;
        };
    }
}
