package io.rapport.crm.retention.health;

import java.io.Serializable;

/**
 * A figure that stands out.
 *
 * @param code what it says
 * @param figure the customer's figure
 * @param reference what it is held against
 */
public record FigureReason(Code code, double figure, double reference) implements Serializable {

    /** What a figure says. */
    public enum Code {
        /** Figure: days since the last purchase. Reference: the customer's own usual interval in days. */
        OVERDUE(true),
        /** Figure: purchase days lately. Reference: purchase days in as many days before. */
        BUYS_LESS_OFTEN(true),
        /** Figure: purchase days lately. Reference: purchase days in as many days before. */
        BUYS_MORE_OFTEN(false),
        /** Figure: spend in minor units. Reference: the average spend of all customers. */
        SPENDS_MUCH(false);

        private final boolean risk;

        Code(boolean risk) {
            this.risk = risk;
        }

        /** Whether it speaks for leaving, and not for value. */
        public boolean isRisk() {
            return risk;
        }
    }
}
