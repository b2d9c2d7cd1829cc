package io.rapport.crm.retention.rfm;

/** What is taken as M. */
public enum Monetary {
    /** All that was spent. */
    SUM,
    /** What was spent for each purchase day or order, whichever {@link Frequency} counts. */
    MEAN
}
