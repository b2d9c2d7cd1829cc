package io.rapport.crm.ticket.sla;

import io.rapport.crm.fault.Require;
import java.time.Duration;

/** At which point of a promise an escalation level is reached, in business time that counts for its clock. */
public sealed interface Trigger {

    /**
     * Once so much of the target is used up: a warning below 100, at the moment it is due at 100.
     *
     * @param percent 1 to 1000
     */
    record Percent(int percent) implements Trigger {

        public Percent {
            Require.between("percent", percent, 1, 1000);
        }

        @Override
        public Duration threshold(Duration target) {
            return target.multipliedBy(percent).dividedBy(100);
        }
    }

    /**
     * So long after it is due; before that where negative, and at once where that is before the start.
     *
     * @param offset business time
     */
    record FromDue(Duration offset) implements Trigger {

        public FromDue {
            Require.present("offset", offset);
        }

        @Override
        public Duration threshold(Duration target) {
            Duration sum = target.plus(offset);
            return sum.isNegative() ? Duration.ZERO : sum;
        }
    }

    /** The business time on the clock at which the level is reached, 0 or more. */
    Duration threshold(Duration target);
}
