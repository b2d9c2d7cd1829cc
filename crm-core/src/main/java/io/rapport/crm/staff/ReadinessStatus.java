package io.rapport.crm.staff;

/** The answer to whether an employee is ready for a task; of several reasons the last in this order counts. */
public enum ReadinessStatus {
    /** Everything that is asked for holds. */
    READY,
    /** Everything holds, and something of it can be renewed now. */
    EXPIRING_SOON,
    /** Something held once, and its last valid day is over. */
    EXPIRED,
    /** Something was never awarded, or was taken away. */
    MISSING
}
