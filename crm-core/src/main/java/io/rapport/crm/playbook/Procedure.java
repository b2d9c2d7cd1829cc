package io.rapport.crm.playbook;

import io.rapport.crm.fault.Constructible;
import io.rapport.crm.fault.InvalidInputException;
import io.rapport.crm.fault.Require;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a playbook says is to be done, and for which tickets.
 *
 * <p>A refusal names the step by its place, such as {@code steps[2].key} for the third.
 *
 * @param steps in the order in which they are usually done; 1 to 50, each with a key of its own; a guard names earlier
 *     steps only
 * @param matching the tickets it is meant for; if empty, it is only applied by hand
 */
public record Procedure(
        @NotEmpty @Size(max = 50) List<@NotNull @Valid Step> steps,
        @NotNull Optional<@Valid TicketCondition> matching) {

    private static final int MAX_STEPS = 50;

    @Constructible(Procedure.class)
    public Procedure {
        steps = Require.list("steps", steps);
        Require.that(!steps.isEmpty(), "steps", "is empty", "give at least one step");
        Require.that(steps.size() <= MAX_STEPS, "steps", "has " + steps.size() + " steps", "give at most " + MAX_STEPS);
        Require.present("matching", matching);
        requireOrder(steps);
    }

    /** Steps that are applied by hand. */
    public static Procedure of(Step... steps) {
        return new Procedure(Arrays.asList(steps), Optional.empty());
    }

    /** The same steps, for the tickets that meet a condition. */
    public Procedure matching(TicketCondition condition) {
        return new Procedure(steps, Optional.of(condition));
    }

    private static void requireOrder(List<Step> steps) {
        Set<String> earlier = new HashSet<>();
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            if (!earlier.containsAll(step.guard().map(Guard::onceDone).orElse(Set.of()))) {
                throw new InvalidInputException(
                        "steps[" + i + "].guard.onceDone",
                        "names a step that does not come before",
                        "give the key of an earlier step");
            }
            if (!earlier.add(step.key())) {
                throw new InvalidInputException(
                        "steps[" + i + "].key", "is the key of an earlier step", "give each step a key of its own");
            }
        }
    }
}
