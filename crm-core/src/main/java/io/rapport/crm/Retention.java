package io.rapport.crm;

import io.rapport.crm.purchase.PurchaseRepository;
import io.rapport.crm.retention.ActivityDays;
import io.rapport.crm.store.Workspace;
import java.time.Instant;
import java.time.ZoneId;

/**
 * Reads what the figures of {@code io.rapport.crm.retention} are computed from. Thread-safe outside a transaction.
 *
 * <pre>{@code
 * ActivityDays purchases = crm.retention().purchaseDays(ZoneId.of("Europe/Zagreb"));
 * Rate kept = LifeCycle.of(purchases, CalendarPeriod.quarter(2026, 3)).retention();
 * }</pre>
 */
public final class Retention {

    /** Local days are counted in the years 1 to 9999. */
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    private final Workspace workspace;

    Retention(Workspace workspace) {
        this.workspace = workspace;
    }

    /** The days in a zone on which each customer has ever bought. Streams; holds four bytes for each of those days. */
    public ActivityDays purchaseDays(ZoneId zone) {
        ActivityDays days = ActivityDays.in(zone);
        workspace.reading(unit -> {
            unit.repository(PurchaseRepository.class)
                    .forEachFact(FIRST, LAST, fact -> days.add(fact.customer().value(), fact.at()));
            return true;
        });
        return days;
    }
}
