package io.rapport.crm.store;

import io.rapport.crm.event.Fact;
import io.rapport.crm.fault.AlreadyExistsException;
import io.rapport.crm.id.AggregateId;
import io.rapport.crm.id.ExternalId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What every repository of facts can do. Opened from a unit of work, for its tenant only; not thread-safe.
 *
 * @param <I> the fact's id
 * @param <F> the fact
 */
public interface FactRepository<I extends AggregateId, F extends Fact<I>> {

    /** One round trip. */
    Optional<F> find(I id);

    /** Which of these external ids exist, and the facts that have them; one round trip. */
    Map<ExternalId, F> byExternalIds(Collection<ExternalId> externalIds);

    /**
     * Writes new facts in few round trips, all or none.
     *
     * @param announced whether their events also go to the outbox and to {@link UnitOfWork#recorded()}
     * @throws AlreadyExistsException naming {@code externalId} or {@code id} if a stored fact, or another of these, has it
     */
    void add(Collection<F> facts, boolean announced);

    /**
     * Writes and announces a fact unless its external id is known; then the same content gives back the fact that was
     * recorded first, and nothing is written.
     *
     * @param repeated the fact made again from the same command, with the id and recording time of the one it is given
     * @throws AlreadyExistsException if the fact recorded first has other content
     */
    default F addOnce(F fact, UnaryOperator<F> repeated) {
        Optional<F> first = fact.sourceKey()
                .flatMap(key -> Optional.ofNullable(byExternalIds(Set.of(key)).get(key)));
        if (first.isEmpty()) {
            add(List.of(fact), true);
            return fact;
        }
        return first.filter(known -> repeated.apply(known).equals(known))
                .orElseThrow(() -> new AlreadyExistsException(
                        "externalId", first.map(known -> known.id().toString()).orElseThrow()));
    }
}
