package io.rapport.crm.retention.health;

import io.rapport.crm.retention.Ratio;
import java.io.Serializable;

/**
 * How often a customer bought lately and before.
 *
 * @param days the length of both spans
 * @param recent purchase days in the last so many days, up to and with the day that is looked from
 * @param earlier purchase days in as many days before
 */
public record FrequencyTrend(int days, int recent, int earlier) implements Serializable {

    /** Recent over earlier: above 1 is more often. Undefined if there was nothing earlier. */
    public Ratio ratio() {
        return new Ratio(recent, earlier);
    }
}
