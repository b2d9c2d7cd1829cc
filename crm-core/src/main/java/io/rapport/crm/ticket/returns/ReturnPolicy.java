package io.rapport.crm.ticket.returns;

import io.rapport.crm.fault.Require;
import io.rapport.crm.purchase.Purchase;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a host allows. Immutable; verbs follow the policy in force when they are called.
 *
 * @param separateRefunder whether who approved units of a line may not refund units of that line
 * @param refundWithoutReceipt whether units can be refunded that the customer keeps
 * @param window how long after a purchase its things can be returned, by elapsed time, its end included; empty for ever
 */
public record ReturnPolicy(boolean separateRefunder, boolean refundWithoutReceipt, Optional<Duration> window) {

    /** One person may approve and refund, refunds without a return are allowed, and there is no return window. */
    public static final ReturnPolicy STANDARD = new ReturnPolicy(false, true, Optional.empty());

    public ReturnPolicy {
        Require.present("window", window)
                .ifPresent(length -> Require.that(
                        !length.isNegative() && !length.isZero(), "window", "is not above zero", "give a longer one"));
    }

    /** Who approved does not refund. */
    public ReturnPolicy separatingDuties() {
        return new ReturnPolicy(true, refundWithoutReceipt, window);
    }

    /** Only what was received and inspected is refunded. */
    public ReturnPolicy requiringReceipt() {
        return new ReturnPolicy(separateRefunder, false, window);
    }

    /** Things can be returned for this long. */
    public ReturnPolicy within(Duration afterPurchase) {
        return new ReturnPolicy(separateRefunder, refundWithoutReceipt, Optional.of(afterPurchase));
    }

    void requireInWindow(Purchase purchase, Instant now) {
        window.filter(length -> Duration.between(purchase.at(), now).compareTo(length) > 0)
                .ifPresent(length -> {
                    throw new ReturnWindowException(purchase.id(), purchase.at().plus(length));
                });
    }
}
