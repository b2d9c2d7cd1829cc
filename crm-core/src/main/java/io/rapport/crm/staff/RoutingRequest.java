package io.rapport.crm.staff;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Ordering;
import io.rapport.crm.fault.Require;
import io.rapport.crm.id.Actor;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a piece of work asks of the employee who gets it.
 *
 * <pre>{@code
 * RoutingRequest.requiring(Skill.of("returns").at(3))
 *         .certified(crm.staff().requirements().certifications(Task.COMPLAINT, Optional.of("phone")))
 *         .excluding(agentComplainedAbout)
 *         .waited(Duration.ofMinutes(40))
 *         .relaxing(new Relaxation.LowerEveryLevel(Duration.ofMinutes(30)));
 * }</pre>
 *
 * @param skills no two of the same skill
 * @param certifications all of them must hold
 * @param previousHandler who handled it before, if it was reopened
 * @param excluded who must not get it, such as the agent whom a complaint is about or whose answer is appealed against
 * @param waited how long it has waited, 0 or more
 * @param relaxations in the order in which they are taken, by the waits that they ask for
 */
public record RoutingRequest(
        Set<SkillLevel> skills,
        Set<Certification> certifications,
        Optional<Actor> previousHandler,
        Set<Actor> excluded,
        Duration waited,
        List<Relaxation> relaxations,
        RoutingWeights weights) {

    public RoutingRequest {
        skills = Require.set("skills", skills);
        SkillLevel.requireDistinct(skills);
        certifications = Require.set("certifications", certifications);
        Require.present("previousHandler", previousHandler);
        excluded = Require.set("excluded", excluded);
        Require.that(!Require.present("waited", waited).isNegative(), "waited", "is negative", "give 0 or more");
        relaxations = Require.list("relaxations", relaxations);
        Require.that(
                Ordering.from(Comparator.comparing(Relaxation::after)).isOrdered(relaxations),
                "relaxations",
                "are not in the order of their waits",
                "give the one with the shortest wait first");
        Require.present("weights", weights);
    }

    /** Asks for skills only; nobody is excluded and nothing is relaxed. */
    public static RoutingRequest requiring(SkillLevel... skills) {
        return new RoutingRequest(
                ImmutableSet.copyOf(skills),
                Set.of(),
                Optional.empty(),
                Set.of(),
                Duration.ZERO,
                List.of(),
                RoutingWeights.equal());
    }

    public RoutingRequest certified(Set<Certification> asked) {
        return new RoutingRequest(skills, asked, previousHandler, excluded, waited, relaxations, weights);
    }

    public RoutingRequest handledBefore(Actor handler) {
        return new RoutingRequest(skills, certifications, Optional.of(handler), excluded, waited, relaxations, weights);
    }

    public RoutingRequest excluding(Actor... actors) {
        return new RoutingRequest(
                skills, certifications, previousHandler, ImmutableSet.copyOf(actors), waited, relaxations, weights);
    }

    public RoutingRequest waited(Duration howLong) {
        return new RoutingRequest(skills, certifications, previousHandler, excluded, howLong, relaxations, weights);
    }

    public RoutingRequest relaxing(Relaxation... steps) {
        return new RoutingRequest(skills, certifications, previousHandler, excluded, waited, List.of(steps), weights);
    }

    public RoutingRequest weighing(RoutingWeights parts) {
        return new RoutingRequest(skills, certifications, previousHandler, excluded, waited, relaxations, parts);
    }

    /** The relaxations that may be taken after this wait, in order. */
    List<Relaxation> due() {
        return relaxations.stream()
                .filter(step -> step.after().compareTo(waited) <= 0)
                .toList();
    }

    /** The wait after which the next relaxation may be taken; empty if there is none left. */
    Optional<Duration> nextWait() {
        return relaxations.stream()
                .map(Relaxation::after)
                .filter(wait -> wait.compareTo(waited) > 0)
                .findFirst();
    }
}
