package io.rapport.crm.playbook;

import io.rapport.crm.fault.Constructible;
import io.rapport.crm.fault.Require;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;

/**
 * When a step applies: if its condition held for the ticket at the moment the playbook was applied, and once certain
 * earlier steps are done. It must ask for at least one of the two.
 *
 * @param onceDone the keys of earlier steps, at most 20; a step that was skipped is not done
 */
public record Guard(
        @NotNull @Valid TicketCondition condition,
        @NotNull @Size(max = 20) Set<@NotBlank @Size(max = 64) String> onceDone) {

    @Constructible(Guard.class)
    public Guard {
        Require.present("condition", condition);
        onceDone = TicketCondition.texts("onceDone", onceDone);
        Require.that(
                !condition.criteria().isEmpty() || !onceDone.isEmpty(),
                "guard",
                "asks for nothing",
                "name a criterion or an earlier step, or leave the guard out");
    }

    /** For tickets of one sort only. */
    public static Guard when(TicketCondition condition) {
        return new Guard(condition, Set.of());
    }

    /** For every ticket, once an earlier step is done. */
    public static Guard once(String step) {
        return new Guard(TicketCondition.any(), Set.of(step));
    }

    /** The same, and also once another earlier step is done. */
    public Guard andOnce(String step) {
        return new Guard(condition, TicketCondition.plus(onceDone, step));
    }
}
