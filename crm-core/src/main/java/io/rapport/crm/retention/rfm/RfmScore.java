package io.rapport.crm.retention.rfm;

import io.rapport.crm.fault.Require;
import java.io.Serializable;

/**
 * The three scores of a customer; higher is better, also for recency.
 *
 * @param recency high for who bought lately
 * @param frequency high for who buys often
 * @param monetary high for who spends much
 */
public record RfmScore(int recency, int frequency, int monetary) implements Serializable {

    public RfmScore {
        Require.positive("recency", recency);
        Require.positive("frequency", frequency);
        Require.positive("monetary", monetary);
    }

    /** The usual short form: {@code 543}; with hyphens if a score has two digits. */
    public String code() {
        String between = Math.max(recency, Math.max(frequency, monetary)) > 9 ? "-" : "";
        return recency + between + frequency + between + monetary;
    }
}
