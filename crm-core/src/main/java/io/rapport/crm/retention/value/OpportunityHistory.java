package io.rapport.crm.retention.value;

import io.rapport.crm.fault.Require;
import java.io.Serializable;

/**
 * What the {@link BgBb} knows of one customer: in which of the opportunities, such as yearly appeals, they bought.
 *
 * @param frequency x, how many opportunities were taken after the first purchase
 * @param last t_x, the number of the last one taken, from 1; 0 if none was
 * @param opportunities n, how many there were
 */
public record OpportunityHistory(int frequency, int last, int opportunities)
        implements Comparable<OpportunityHistory>, Serializable {

    public OpportunityHistory {
        Require.that(frequency >= 0, "frequency", "is below 0", "count the opportunities taken");
        Require.that(last <= opportunities, "last", "lies after the last opportunity", "give 0 to opportunities");
        Require.that(frequency <= last, "frequency", "is above the number of the last one taken", "count again");
        Require.that(frequency > 0 || last == 0, "last", "is not 0 though none was taken", "give 0");
    }

    /** By frequency, then last, then opportunities. */
    @Override
    public int compareTo(OpportunityHistory other) {
        int order = Integer.compare(frequency, other.frequency);
        order = order != 0 ? order : Integer.compare(last, other.last);
        return order != 0 ? order : Integer.compare(opportunities, other.opportunities);
    }
}
