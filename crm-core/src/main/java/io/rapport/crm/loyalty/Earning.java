package io.rapport.crm.loyalty;

import io.rapport.crm.id.CommandKey;
import java.time.Instant;

/**
 * That points were added. A command that is repeated gets an equal one.
 *
 * @param balanceAfter the points that were available after it and after any debt was repaid, which may have changed
 *     since
 * @param sequence its entry's place in the history of the account, which is the number of the lot
 * @param key the command that did it
 */
public record Earning(
        LoyaltyAccountId account, long points, long balanceAfter, long sequence, Instant at, CommandKey key) {

    static Earning of(Receipt receipt) {
        return new Earning(
                receipt.account(),
                receipt.points(),
                receipt.after().available(),
                receipt.sequence(),
                receipt.at(),
                receipt.key());
    }
}
