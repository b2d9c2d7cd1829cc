package io.rapport.crm.loyalty;

import io.rapport.crm.fault.Require;
import java.time.Instant;
import java.util.List;

/**
 * What happened on an account in a period. An entry belongs to the period in which it took effect
 * ({@link LedgerEntry#at}); an earning that counts since earlier belongs to the period in which it was recorded.
 *
 * @param from inclusive
 * @param until exclusive
 * @param opening the balances as the period began
 * @param lines every entry, the oldest first
 * @param closing the balances as the period ended
 * @param nextExpiries what expires next, as things are now, the soonest first
 */
public record Statement(
        LoyaltyAccountId account,
        Instant from,
        Instant until,
        Balances opening,
        List<LedgerLine> lines,
        Balances closing,
        List<PointsExpiring> nextExpiries) {

    public Statement {
        lines = Require.list("lines", lines);
        nextExpiries = Require.list("nextExpiries", nextExpiries);
    }
}
