package io.rapport.crm.ticket;

import com.google.common.collect.ImmutableList;
import io.rapport.crm.ticket.sla.Metric;
import io.rapport.crm.ticket.sla.ServiceClock;
import io.rapport.crm.ticket.sla.ServiceClocks;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What it made of a ticket to be judged by the newest versions of policies and calendars.
 *
 * @param before what was agreed
 * @param after what is agreed now; equal to {@code before} if there was nothing newer
 * @param clocksBefore how the promises stood
 * @param clocksAfter how they stand at the same instant
 */
public record Recomputation(
        Optional<ServiceAgreement> before,
        Optional<ServiceAgreement> after,
        ServiceClocks clocksBefore,
        ServiceClocks clocksAfter) {

    /** How one promise stood, and how it stands. */
    public record Difference(ServiceClock before, ServiceClock after) {

        public Metric metric() {
            return before.metric();
        }
    }

    /** Whether something else is agreed now. */
    public boolean changed() {
        return !before.equals(after);
    }

    /** The promises that stand differently: in their verdict, what they are due, or the time that is left. */
    public List<Difference> differences() {
        return Arrays.stream(Metric.values())
                .map(metric -> new Difference(clocksBefore.clock(metric), clocksAfter.clock(metric)))
                .filter(difference -> !same(difference.before(), difference.after()))
                .collect(ImmutableList.toImmutableList());
    }

    private static boolean same(ServiceClock one, ServiceClock other) {
        return one.verdict() == other.verdict()
                && one.due().equals(other.due())
                && one.remaining().equals(other.remaining());
    }
}
