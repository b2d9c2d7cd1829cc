package io.rapport.crm.retention.health;

import io.rapport.crm.fault.Require;
import java.io.Serializable;
import java.util.List;

/**
 * Bands of scores that a customer does not flicker between: one leaves a band only when the score goes beyond its
 * border by more than a margin ("hysteresis").
 *
 * @param bands from the worst, which starts at 0, to the best
 * @param margin by how many points a score must pass a border to change the band; 0 for none
 */
public record HealthBands(List<HealthBand> bands, double margin) implements Serializable {

    public HealthBands {
        bands = Require.list("bands", bands);
        Require.that(!bands.isEmpty() && bands.get(0).from() == 0, "bands", "do not start at 0", "cover all scores");
        for (int i = 1; i < bands.size(); i++) {
            Require.that(bands.get(i - 1).from() < bands.get(i).from(), "bands", "do not rise", "give them in order");
        }
        Require.that(
                bands.stream().map(HealthBand::name).distinct().count() == bands.size(),
                "bands",
                "repeat a name",
                "give each band a name of its own");
        Require.that(margin >= 0 && margin < 100, "margin", "is not between 0 and 100", "give points");
    }

    /** Red below 40, amber below 70, green above, with a margin of 5 points: a usual choice to start from. */
    public static HealthBands usual() {
        return new HealthBands(
                List.of(new HealthBand("red", 0), new HealthBand("amber", 40), new HealthBand("green", 70)), 5);
    }

    /** The band of a customer who had none. */
    public HealthBand of(double score) {
        Require.that(score >= 0 && score <= 100, "score", "is not between 0 and 100", "give a health score");
        int at = bands.size() - 1;
        while (bands.get(at).from() > score) {
            at--;
        }
        return bands.get(at);
    }

    /** The band of a customer who was in another or the same band before. */
    public HealthBand of(double score, HealthBand before) {
        int at = bands.indexOf(before);
        Require.that(at >= 0, "before", "is none of these bands", "give a band of these");
        double top = at + 1 < bands.size() ? bands.get(at + 1).from() : Double.POSITIVE_INFINITY;
        boolean stays = score >= before.from() - margin && score < top + margin;
        HealthBand plain = of(score);
        return stays ? before : plain;
    }
}
