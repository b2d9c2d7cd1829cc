package io.rapport.crm.loyalty;

import io.rapport.crm.fault.Require;

/**
 * What happens with points of a cancelled redemption whose lot expired meanwhile.
 *
 * @param kind what is done
 * @param days for how many days, counted from the cancellation, they can be used; 0 unless there is a grace
 */
public record RestorePolicy(Kind kind, int days) {

    static final int MAX_DAYS = 3_660;

    /** What can be done. */
    public enum Kind {
        /** They can be used for some days more. */
        GRACE,
        /** They go back and expire at once. */
        FORFEIT,
        /** They are like points earned now, but never count for tiers. */
        NEW_LOT
    }

    public RestorePolicy {
        Require.present("restore", kind);
        Require.between("restore", days, kind == Kind.GRACE ? 1 : 0, kind == Kind.GRACE ? MAX_DAYS : 0);
    }

    public static RestorePolicy grace(int days) {
        return new RestorePolicy(Kind.GRACE, days);
    }

    public static RestorePolicy forfeit() {
        return new RestorePolicy(Kind.FORFEIT, 0);
    }

    public static RestorePolicy newLot() {
        return new RestorePolicy(Kind.NEW_LOT, 0);
    }
}
