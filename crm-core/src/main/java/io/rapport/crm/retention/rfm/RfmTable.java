package io.rapport.crm.retention.rfm;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** All customers with their values and scores. Immutable. Holds 52 bytes for each customer. */
public final class RfmTable {

    private final RfmValues values;
    private final int[] recency;
    private final int[] frequency;
    private final int[] monetary;

    RfmTable(RfmValues values, int[] recency, int[] frequency, int[] monetary) {
        this.values = values;
        this.recency = recency;
        this.frequency = frequency;
        this.monetary = monetary;
    }

    /** The number of customers. */
    public int size() {
        return recency.length;
    }

    /** All customers, in an order that depends on nothing but who they are. */
    public Stream<RfmCustomer> stream() {
        return IntStream.range(0, size()).mapToObj(this::customer);
    }

    /** One customer; empty if unknown. Looks through all. */
    public Optional<RfmCustomer> customer(UUID id) {
        return IntStream.range(0, size())
                .filter(index -> values.customer(index).equals(id))
                .mapToObj(this::customer)
                .findFirst();
    }

    private RfmCustomer customer(int index) {
        return new RfmCustomer(
                values.customer(index),
                (int) values.recency()[index],
                (long) values.frequency()[index],
                values.monetary()[index],
                score(index));
    }

    RfmScore score(int index) {
        return new RfmScore(recency[index], frequency[index], monetary[index]);
    }

    double monetary(int index) {
        return values.monetary()[index];
    }

    /** How many customers have each recency score, from 1 on. */
    public List<Long> recencyScores() {
        return counts(recency);
    }

    /** How many customers have each frequency score, from 1 on. */
    public List<Long> frequencyScores() {
        return counts(frequency);
    }

    /** How many customers have each monetary score, from 1 on. */
    public List<Long> monetaryScores() {
        return counts(monetary);
    }

    /** How many customers have both scores: a cell of the usual grid. */
    public long count(int recencyScore, int frequencyScore) {
        return IntStream.range(0, size())
                .filter(index -> recency[index] == recencyScore && frequency[index] == frequencyScore)
                .count();
    }

    private static List<Long> counts(int[] scores) {
        long[] counts = new long[IntStream.of(scores).max().orElse(0)];
        for (int score : scores) {
            counts[score - 1]++;
        }
        return LongStream.of(counts).boxed().toList();
    }

    @Override
    public String toString() {
        return "RfmTable[customers=" + size() + "]";
    }
}
