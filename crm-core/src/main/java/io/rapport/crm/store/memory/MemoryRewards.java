package io.rapport.crm.store.memory;

import io.rapport.crm.fault.AlreadyExistsException;
import io.rapport.crm.loyalty.reward.Reward;
import io.rapport.crm.loyalty.reward.RewardEvent;
import io.rapport.crm.loyalty.reward.RewardId;
import io.rapport.crm.loyalty.reward.RewardRepository;
import io.rapport.crm.store.Cursor;
import io.rapport.crm.store.Page;
import io.rapport.crm.store.PageRequest;
import java.util.Optional;

/** The rewards of a tenant. */
final class MemoryRewards extends MemoryAggregates<RewardId, Reward, RewardEvent> implements RewardRepository {

    private static final String ALL = "all";

    private final JournaledMap<String, RewardId> byKey;
    private final TimeIndex<String, Reward> byTime;

    MemoryRewards(Journal journal, MemoryEvents events) {
        super(RewardEvent.class, journal, events);
        byKey = new JournaledMap<>(journal);
        byTime = new TimeIndex<>(
                journal, reward -> new Cursor(reward.offeredAt(), reward.id().value()));
    }

    @Override
    public Optional<Reward> find(String key) {
        return byKey.get(key).flatMap(this::find);
    }

    /** Units of work of one tenant run one after the other anyway. */
    @Override
    public Optional<Reward> lock(RewardId id) {
        return find(id);
    }

    @Override
    public Page<Reward> page(PageRequest request) {
        return byTime.ascending(ALL, request);
    }

    @Override
    void requireUnique(Reward next) {
        byKey.get(next.key()).filter(holder -> !holder.equals(next.id())).ifPresent(holder -> {
            throw new AlreadyExistsException("key", holder.toString());
        });
    }

    @Override
    Reward saved(Reward reward) {
        return reward.saved();
    }

    @Override
    void index(Optional<Reward> before, Reward after) {
        byKey.put(after.key(), after.id());
        byTime.put(ALL, after);
    }
}
