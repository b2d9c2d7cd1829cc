package io.rapport.crm.loyalty;

import io.rapport.crm.id.CommandKey;
import java.time.Instant;
import java.util.List;

/**
 * That a command was carried out. A command that is repeated gets an equal one.
 *
 * @param points how many points it moved
 * @param after the balances after it, which may have changed since
 * @param sequence its first entry's place in the history of the account
 * @param key the command that did it
 */
public record Receipt(
        LoyaltyAccountId account, long points, Balances after, long sequence, Instant at, CommandKey key) {

    /** What the entries of a command tell, of which those of a kind say how many points it moved. */
    static Receipt of(List<LedgerLine> lines, CommandKey key) {
        LedgerLine first = lines.get(0);
        EntryKind kind = first.entry().kind();
        long points = lines.stream()
                .map(LedgerLine::entry)
                .filter(entry -> entry.kind() == kind)
                .mapToLong(LedgerEntry::points)
                .sum();
        Balances after = lines.get(lines.size() - 1).entry().posting().after();
        return new Receipt(
                first.account(), points, after, first.sequence(), first.entry().at(), key);
    }
}
