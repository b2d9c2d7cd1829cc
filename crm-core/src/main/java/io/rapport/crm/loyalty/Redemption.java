package io.rapport.crm.loyalty;

import io.rapport.crm.id.CommandKey;
import java.time.Instant;

/**
 * That points were taken. A command that is repeated gets an equal one.
 *
 * @param balanceAfter the points that were available after it, which may have changed since
 * @param sequence its entry's place in the history of the account, by which {@link RestorePoints} names it
 * @param key the command that did it
 */
public record Redemption(
        LoyaltyAccountId account, long points, long balanceAfter, long sequence, Instant at, CommandKey key) {

    static Redemption of(Receipt receipt) {
        return new Redemption(
                receipt.account(),
                receipt.points(),
                receipt.after().available(),
                receipt.sequence(),
                receipt.at(),
                receipt.key());
    }
}
