package io.rapport.crm.loyalty;

import com.google.common.collect.ImmutableList;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What an entry did to the points of a lot, held ones included. The movements of a lot add up to what is left of it, and
 * those until an instant to what was left of it then.
 *
 * @param sequence the entry
 * @param lot the number of the lot
 * @param points those that came, or went where negative
 * @param redemption the entry that took or expired them, of points that came back
 * @param at when the entry took effect
 */
public record LotMovement(long sequence, long lot, long points, Optional<Long> redemption, Instant at) {

    /** The movements of an entry; none where points only became active, held or free. */
    public static List<LotMovement> of(LedgerLine line) {
        LedgerEntry entry = line.entry();
        EntryKind kind = entry.kind();
        Optional<Long> redemption = cameBackFrom(entry);
        ImmutableList.Builder<LotMovement> movements = ImmutableList.builder();
        if (entry.opened().isPresent()) {
            movements.add(new LotMovement(line.sequence(), line.sequence(), entry.points(), redemption, entry.at()));
        }
        boolean moves = kind != EntryKind.ACTIVATE && kind != EntryKind.RESERVE && kind != EntryKind.VOID;
        long sign = kind == EntryKind.RESTORE ? 1 : -1;
        for (Allocation part : moves ? entry.allocations() : List.<Allocation>of()) {
            movements.add(new LotMovement(line.sequence(), part.lot(), sign * part.points(), redemption, entry.at()));
        }
        return movements.build();
    }

    private static Optional<Long> cameBackFrom(LedgerEntry entry) {
        if (entry instanceof LoyaltyEvent.Restored restored) {
            return Optional.of(restored.redemption());
        }
        return entry instanceof LoyaltyEvent.Reinstated reinstated
                ? Optional.of(reinstated.expiry())
                : Optional.empty();
    }
}
