package io.rapport.crm.loyalty;

import io.rapport.crm.id.CommandKey;
import java.time.Instant;
import java.util.List;

/**
 * That points were set aside. A command that is repeated gets an equal one.
 *
 * @param hold the number of the hold, by which {@link CommitHold} and {@link VoidHold} name it
 * @param balanceAfter the points that were available after it, which may have changed since
 * @param expiresAt when the hold is void unless it was committed before; exclusive
 * @param key the command that did it
 */
public record Reservation(
        LoyaltyAccountId account,
        long hold,
        long points,
        long balanceAfter,
        Instant expiresAt,
        Instant at,
        CommandKey key) {

    static Reservation of(List<LedgerLine> lines, CommandKey key) {
        LedgerLine line = lines.get(0);
        LoyaltyEvent.Reserved reserved = (LoyaltyEvent.Reserved) line.entry();
        return new Reservation(
                line.account(),
                line.sequence(),
                reserved.points(),
                reserved.balanceAfter(),
                reserved.expiresAt(),
                reserved.at(),
                key);
    }
}
