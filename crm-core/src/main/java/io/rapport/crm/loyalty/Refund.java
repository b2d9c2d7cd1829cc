package io.rapport.crm.loyalty;

import io.rapport.crm.id.CommandKey;
import java.time.Instant;
import java.util.List;

/**
 * What a refund took back. A command that is repeated gets an equal one.
 *
 * @param taken the points that were found
 * @param owed the points that were spent, and are owed now
 * @param writtenOff the points that were spent, and were let go
 * @param after the balances after it, which may have changed since
 * @param sequence its first entry's place in the history of the account
 * @param key the command that did it
 */
public record Refund(
        LoyaltyAccountId account,
        String order,
        long taken,
        long owed,
        long writtenOff,
        Balances after,
        long sequence,
        Instant at,
        CommandKey key) {

    /** All points that were taken back, those that are owed included. */
    public long reversed() {
        return taken + owed;
    }

    static Refund of(List<LedgerLine> lines, CommandKey key) {
        LedgerLine first = lines.get(0);
        LoyaltyEvent.Reversed reversed = (LoyaltyEvent.Reversed) first.entry();
        return new Refund(
                first.account(),
                reversed.order(),
                reversed.points(),
                points(lines, EntryKind.DEBT_INCURRED),
                points(lines, EntryKind.WRITE_OFF),
                lines.get(lines.size() - 1).entry().posting().after(),
                first.sequence(),
                reversed.at(),
                key);
    }

    private static long points(List<LedgerLine> lines, EntryKind kind) {
        return lines.stream()
                .map(LedgerLine::entry)
                .filter(entry -> entry.kind() == kind)
                .mapToLong(LedgerEntry::points)
                .sum();
    }
}
