package io.rapport.crm.loyalty;

import com.google.common.collect.ImmutableList;
import java.util.List;

/**
 * A ledger entry with its place.
 *
 * @param sequence the entry's place in the history of its account, whose first event is the enrolment
 */
public record LedgerLine(LoyaltyAccountId account, long sequence, LedgerEntry entry) {

    /** The unsaved entries of an account after a version. */
    static List<LedgerLine> of(LoyaltyAccount account, long after) {
        ImmutableList.Builder<LedgerLine> lines = ImmutableList.builder();
        long sequence = account.savedVersion();
        for (LoyaltyEvent event : account.changes()) {
            sequence++;
            if (sequence > after && event instanceof LedgerEntry entry) {
                lines.add(new LedgerLine(account.id(), sequence, entry));
            }
        }
        return lines.build();
    }
}
