package io.rapport.crm.staff;

import com.google.common.collect.ImmutableList;
import io.rapport.crm.fault.InvalidInputException;
import io.rapport.crm.fault.Require;
import io.rapport.crm.id.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Chooses who gets a piece of work: a pure function, so that the same input gives the same choice, whatever the order of
 * the candidates.
 *
 * <ol>
 *   <li>Filter: employed, independent, on shift, below capacity, certified on the day, every skill at its level.
 *   <li>If nobody is left, ask for less, one {@link Relaxation} after the other, as far as the wait allows.
 *   <li>Among those left the highest {@link RoutingScore} wins; then who was assigned least recently, those who never
 *       were first; then the lowest id.
 * </ol>
 *
 * <p>The cost is that of looking at each candidate once for each relaxation taken. Thread-safe.
 */
public final class Routing {

    private static final int WHOLE = 1000;
    private static final int PER_LEVEL = WHOLE / SkillLevel.HIGHEST;

    private static final Comparator<Ranked> BEST_FIRST = Comparator.comparingLong(Ranked::total)
            .reversed()
            .thenComparing(ranked -> ranked.candidate().lastAssignedAt().orElse(Instant.MIN))
            .thenComparing(Ranked::id);

    private final RoutingRequest request;
    private final List<Candidate> candidates;
    private final LocalDate date;

    private Routing(RoutingRequest request, List<Candidate> candidates, LocalDate date) {
        this.request = request;
        this.candidates = candidates;
        this.date = date;
    }

    /**
     * Chooses.
     *
     * @param candidates no employee twice; may be empty
     * @param date the day for which certifications must hold
     * @throws InvalidInputException if an employee is a candidate twice
     */
    public static RoutingChoice choose(RoutingRequest request, Collection<Candidate> candidates, LocalDate date) {
        Require.present("request", request);
        Require.present("date", date);
        List<Candidate> ordered = Require.list("candidates", candidates).stream()
                .sorted(Comparator.comparing(Routing::idOf))
                .toList();
        Require.that(
                ordered.stream().map(Routing::idOf).distinct().count() == ordered.size(),
                "candidates",
                "name one employee twice",
                "give each employee once");
        return new Routing(request, ordered, date).choice();
    }

    private record Ranked(Candidate candidate, CandidateVerdict verdict) {

        long total() {
            return verdict.score().map(RoutingScore::total).orElse(-1L);
        }

        String id() {
            return idOf(candidate);
        }
    }

    private RoutingChoice choice() {
        Set<SkillLevel> asked = request.skills();
        List<Ranked> ranking = ranking(asked);
        boolean metAsAsked = anyoneQualifies(ranking);
        List<Relaxation> relaxed = new ArrayList<>();
        for (Relaxation step : request.due()) {
            if (anyoneQualifies(ranking)) {
                break;
            }
            asked = step.relax(asked);
            relaxed.add(step);
            ranking = ranking(asked);
        }
        List<CandidateVerdict> verdicts = ranking.stream().map(Ranked::verdict).toList();
        Optional<CandidateVerdict> chosen = verdicts.stream().findFirst().filter(CandidateVerdict::qualified);
        return new RoutingChoice(
                date,
                chosen,
                verdicts,
                relaxed,
                chosen.isPresent() ? Optional.empty() : request.nextWait(),
                metAsAsked ? List.of() : unmet());
    }

    private static boolean anyoneQualifies(List<Ranked> ranking) {
        return !ranking.isEmpty() && ranking.get(0).verdict().qualified();
    }

    private List<Ranked> ranking(Set<SkillLevel> asked) {
        return candidates.stream()
                .map(candidate -> new Ranked(candidate, verdict(candidate, asked)))
                .sorted(Comparator.comparing((Ranked one) -> !one.verdict().qualified())
                        .thenComparing((one, other) -> one.verdict().qualified()
                                ? BEST_FIRST.compare(one, other)
                                : one.id().compareTo(other.id())))
                .toList();
    }

    private CandidateVerdict verdict(Candidate candidate, Set<SkillLevel> asked) {
        List<Exclusion> exclusions = ImmutableList.<Exclusion>builder()
                .addAll(unavailable(candidate))
                .addAll(lacking(candidate.employee(), asked))
                .build();
        Optional<RoutingScore> score = exclusions.isEmpty() ? Optional.of(score(candidate)) : Optional.empty();
        return new CandidateVerdict(
                candidate.employee().id(), candidate.employee().actor(), exclusions, score);
    }

    /** Every reason but skills. */
    private List<Exclusion> unavailable(Candidate candidate) {
        Employee employee = candidate.employee();
        List<Exclusion> reasons = new ArrayList<>(ineligible(employee));
        if (!candidate.onShift()) {
            reasons.add(new Exclusion.OffShift());
        }
        if (candidate.openTickets() >= employee.capacity()) {
            reasons.add(new Exclusion.AtCapacity(candidate.openTickets(), employee.capacity()));
        }
        request.certifications().stream()
                .sorted(Comparator.comparing(Certification::name))
                .map(certification -> employee.check(certification, date))
                .filter(check -> !check.standing().holds())
                .map(Exclusion.NotCertified::new)
                .forEach(reasons::add);
        return reasons;
    }

    /** Reasons that no wait and no training changes. */
    private List<Exclusion> ineligible(Employee employee) {
        List<Exclusion> reasons = new ArrayList<>();
        if (!employee.active()) {
            reasons.add(new Exclusion.NotEmployed());
        }
        if (request.excluded().contains(employee.actor())) {
            reasons.add(new Exclusion.NotIndependent());
        }
        return reasons;
    }

    private static List<Exclusion.SkillTooLow> lacking(Employee employee, Set<SkillLevel> asked) {
        return asked.stream()
                .sorted(SkillLevel.BY_NAME)
                .map(skill -> new Exclusion.SkillTooLow(skill, employee.level(skill.skill())))
                .filter(lack -> lack.found() < lack.required().level())
                .toList();
    }

    private RoutingScore score(Candidate candidate) {
        Employee employee = candidate.employee();
        int free = employee.capacity() - candidate.openTickets();
        Optional<Actor> previous = request.previousHandler().filter(employee.actor()::equals);
        return RoutingScore.of(
                request.weights(), fit(employee), WHOLE * free / employee.capacity(), previous.isPresent() ? WHOLE : 0);
    }

    private int fit(Employee employee) {
        Set<SkillLevel> skills = request.skills();
        int sum = skills.stream()
                .mapToInt(asked -> WHOLE - PER_LEVEL * Math.abs(asked.level() - employee.level(asked.skill())))
                .sum();
        return skills.isEmpty() ? WHOLE : sum / skills.size();
    }

    /** What the nearest available person lacks; where nobody is available, the nearest who could be. */
    private List<SkillLevel> unmet() {
        List<Candidate> available = candidates.stream()
                .filter(candidate -> unavailable(candidate).isEmpty())
                .toList();
        List<Candidate> pool = available.isEmpty()
                ? candidates.stream()
                        .filter(candidate -> ineligible(candidate.employee()).isEmpty())
                        .toList()
                : available;
        return pool.stream()
                .map(candidate -> lacking(candidate.employee(), request.skills()))
                .min(Comparator.comparingInt(Routing::levels))
                .map(lacks ->
                        lacks.stream().map(Exclusion.SkillTooLow::required).toList())
                .orElseGet(() -> ImmutableList.sortedCopyOf(SkillLevel.BY_NAME, request.skills()));
    }

    private static int levels(List<Exclusion.SkillTooLow> lacks) {
        return lacks.stream()
                .mapToInt(lack -> lack.required().level() - lack.found())
                .sum();
    }

    private static String idOf(Candidate candidate) {
        return candidate.employee().id().value().toString();
    }
}
