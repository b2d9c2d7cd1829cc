package io.rapport.crm.loyalty;

/** What an entry does to each balance of its account: points added, or taken where negative. */
public record BalanceChange(long available, long pending, long reserved, long debt) {

    static final BalanceChange NONE = new BalanceChange(0, 0, 0, 0);

    static BalanceChange ofAvailable(long points) {
        return new BalanceChange(points, 0, 0, 0);
    }

    static BalanceChange ofPending(long points) {
        return new BalanceChange(0, points, 0, 0);
    }

    static BalanceChange ofReserved(long points) {
        return new BalanceChange(0, 0, points, 0);
    }

    static BalanceChange ofDebt(long points) {
        return new BalanceChange(0, 0, 0, points);
    }

    BalanceChange plus(BalanceChange other) {
        return new BalanceChange(
                Math.addExact(available, other.available),
                Math.addExact(pending, other.pending),
                Math.addExact(reserved, other.reserved),
                Math.addExact(debt, other.debt));
    }
}
