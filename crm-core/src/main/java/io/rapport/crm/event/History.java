package io.rapport.crm.event;

import com.google.common.collect.ImmutableList;
import io.rapport.crm.fault.InvalidInputException;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Folding of histories, the same for every aggregate. */
public final class History {

    private History() {}

    /**
     * The state that a history leads to.
     *
     * @param first the only kind of event that a history may begin with
     * @param start the state that the first event makes
     * @param evolve the state that a further event makes of one
     * @throws InvalidInputException if the history is empty or begins with another event
     */
    public static <A, E extends DomainEvent, F extends E> A fold(
            List<E> history, Class<F> first, Function<F, A> start, BiFunction<A, E, A> evolve) {
        if (history.isEmpty() || !first.isInstance(history.get(0))) {
            throw new InvalidInputException(
                    "history", "does not begin with " + first.getSimpleName(), "give every event, oldest first");
        }
        A state = start.apply(first.cast(history.get(0)));
        for (E event : history.subList(1, history.size())) {
            state = evolve.apply(state, event);
        }
        return state;
    }

    /** Unsaved changes and one more. */
    public static <E extends DomainEvent> List<E> plus(List<E> changes, E event) {
        return ImmutableList.<E>builderWithExpectedSize(changes.size() + 1)
                .addAll(changes)
                .add(event)
                .build();
    }
}
