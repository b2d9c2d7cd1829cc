package io.rapport.crm.staff;

import com.google.common.collect.ImmutableList;
import java.util.Collection;
import java.util.List;

/**
 * Who is ready for a task on a day and who is not.
 *
 * @param ready with what expires soon, if anything
 * @param notReady with what is missing or expired
 */
public record ReadinessReport(List<Readiness> ready, List<Readiness> notReady) {

    public ReadinessReport {
        ready = ImmutableList.copyOf(ready);
        notReady = ImmutableList.copyOf(notReady);
    }

    static ReadinessReport of(Collection<Readiness> all) {
        return new ReadinessReport(
                all.stream().filter(Readiness::ready).toList(),
                all.stream().filter(one -> !one.ready()).toList());
    }
}
