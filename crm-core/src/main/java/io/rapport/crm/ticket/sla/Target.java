package io.rapport.crm.ticket.sla;

import io.rapport.crm.fault.Require;
import java.time.Duration;

/** How long a metric may take. */
public sealed interface Target {

    /**
     * An amount of business time.
     *
     * @param amount above 0
     */
    record BusinessTime(Duration amount) implements Target {

        public BusinessTime {
            Require.present("amount", amount);
            Require.that(!amount.isNegative() && !amount.isZero(), "amount", "is not above 0", "give a longer time");
        }
    }

    /**
     * A number of business days after the start, at the same local time of day or at the end of that working day. What
     * was paused is added as business time.
     *
     * @param days at least 1
     * @param endOfWorkingDay whether it is the end of that day that counts
     */
    record BusinessDays(int days, boolean endOfWorkingDay) implements Target {

        public BusinessDays {
            Require.positive("days", days);
        }
    }

    static Target of(Duration businessTime) {
        return new BusinessTime(businessTime);
    }

    static Target ofBusinessDays(int days) {
        return new BusinessDays(days, false);
    }
}
