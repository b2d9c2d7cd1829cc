package io.rapport.crm.loyalty;

/**
 * All points that ever moved on an account, by why. Together they tell the balances:
 * {@code earned + restored + transferredIn + adjustedUp - redeemed - reversed - expired - transferredOut - adjustedDown}
 * is {@link Balances#net()}.
 *
 * @param reversed taken back by refunds, those that were owed included
 * @param writtenOff not taken back by refunds; they moved nothing
 */
public record LifetimeTotals(
        long earned,
        long redeemed,
        long restored,
        long reversed,
        long expired,
        long transferredIn,
        long transferredOut,
        long adjustedUp,
        long adjustedDown,
        long writtenOff) {

    /** An account to which nothing has happened. */
    public static final LifetimeTotals ZERO = new LifetimeTotals(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /** Throws ArithmeticException on overflow. */
    LifetimeTotals plus(LedgerEntry entry) {
        long points = entry.points();
        EntryKind kind = entry.kind();
        boolean up = !entry.opened().isEmpty();
        return new LifetimeTotals(
                counted(earned, points, kind == EntryKind.EARN),
                counted(redeemed, points, kind == EntryKind.REDEEM || kind == EntryKind.COMMIT),
                counted(restored, points, kind == EntryKind.RESTORE),
                counted(reversed, points, kind == EntryKind.REVERSE || kind == EntryKind.DEBT_INCURRED),
                counted(expired, points, kind == EntryKind.EXPIRE),
                counted(transferredIn, points, kind == EntryKind.TRANSFER_IN),
                counted(transferredOut, points, kind == EntryKind.TRANSFER_OUT),
                counted(adjustedUp, points, kind == EntryKind.ADJUST && up),
                counted(adjustedDown, points, kind == EntryKind.ADJUST && !up),
                counted(writtenOff, points, kind == EntryKind.WRITE_OFF));
    }

    private static long counted(long total, long points, boolean counts) {
        return counts ? Math.addExact(total, points) : total;
    }
}
