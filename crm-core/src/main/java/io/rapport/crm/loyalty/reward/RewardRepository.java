package io.rapport.crm.loyalty.reward;

import io.rapport.crm.fault.AlreadyExistsException;
import io.rapport.crm.store.AggregateRepository;
import io.rapport.crm.store.Page;
import io.rapport.crm.store.PageRequest;
import java.util.Optional;

/** Where rewards are kept. Saving refuses, with {@link AlreadyExistsException}, a key that another reward has. */
public interface RewardRepository extends AggregateRepository<RewardId, Reward, RewardEvent> {

    /** The reward with this key, compared exactly. */
    Optional<Reward> find(String key);

    /** Locks a reward against other units of work until this one ends, and reads it as it is then. */
    Optional<Reward> lock(RewardId id);

    /** Every reward, also withdrawn ones, by (offeredAt, id). */
    Page<Reward> page(PageRequest request);
}
