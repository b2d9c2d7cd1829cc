package io.rapport.crm.satisfaction;

import io.rapport.crm.fault.Require;
import java.util.stream.Collector;

/**
 * The net promoter score of answers from 0 to 10 to "how likely are you to recommend us": promoters answer 9 or 10,
 * passives 7 or 8, detractors 0 to 6, and the score is the percentage of promoters minus that of detractors (F. F.
 * Reichheld, Harvard Business Review, December 2003). A question on another scale has no net promoter score.
 *
 * <pre>{@code
 * NpsScore nps = answers.stream().collect(Nps.collector());
 * }</pre>
 */
public final class Nps {

    static final int LOWEST = 0;
    static final int HIGHEST = 10;
    private static final int PASSIVE_FROM = 7;
    private static final int PROMOTER_FROM = 9;

    private Nps() {}

    /**
     * Collects ratings from 0 to 10, also in parallel. A rating outside the scale, or a missing one, is an {@link
     * io.rapport.crm.fault.InvalidInputException}: a skipped question is not an answer, leave it out before.
     */
    public static Collector<Integer, ?, NpsScore> collector() {
        return Collector.of(
                NpsCounts::new,
                (counts, rating) -> counts.add(Require.present("rating", rating)),
                NpsCounts::merge,
                NpsCounts::result,
                Collector.Characteristics.UNORDERED);
    }

    static boolean promotes(int rating) {
        return rating >= PROMOTER_FROM;
    }

    static boolean detracts(int rating) {
        return rating < PASSIVE_FROM;
    }
}
