package io.rapport.crm.retention;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;

/** Spreads facts over shards in turn, then merges random pairs of shards until one is left. */
public final class Shards {

    private Shards() {}

    /** What is left of so many accumulators when each got its share of the facts. */
    public static <F, A> A merged(
            List<F> facts, int shards, long seed, Supplier<A> empty, BiConsumer<A, F> add, BinaryOperator<A> merge) {
        Random random = new Random(seed);
        List<A> parts = new ArrayList<>();
        for (int shard = 0; shard < shards; shard++) {
            parts.add(empty.get());
        }
        for (int i = 0; i < facts.size(); i++) {
            add.accept(parts.get(i % shards), facts.get(i));
        }
        while (parts.size() > 1) {
            A part = parts.remove(random.nextInt(parts.size()));
            int into = random.nextInt(parts.size());
            parts.set(into, merge.apply(parts.get(into), part));
        }
        return parts.get(0);
    }
}
