package io.rapport.crm.loyalty;

/** What an entry of the ledger does. */
public enum EntryKind {
    /** Points were earned: available, or pending until they are active. */
    EARN,
    /** Pending points became available. */
    ACTIVATE,
    /** Points were set aside by a hold. */
    RESERVE,
    /** Points of a hold were redeemed. */
    COMMIT,
    /** Points of a hold were given free, by command or because its time was over. */
    VOID,
    /** Points were redeemed at once, by command or by themselves. */
    REDEEM,
    /** Points of a cancelled redemption came back. */
    RESTORE,
    /** A refund took points back. */
    REVERSE,
    /** Points expired. */
    EXPIRE,
    /** Points came from another account. */
    TRANSFER_IN,
    /** Points went to another account. */
    TRANSFER_OUT,
    /** The host's staff put points right, up or down, or reinstated expired ones. */
    ADJUST,
    /** A refund took back points that were spent; the account owes them. */
    DEBT_INCURRED,
    /** A credit repaid what the account owed. */
    DEBT_REPAID,
    /** A refund would have taken back points that were spent, and let them go. */
    WRITE_OFF
}
