package io.rapport.crm.staff;

/** How an assigned course stands on a day. */
public enum CourseProgress {
    /** It is to be completed; its due day is not over. */
    DUE,
    /** Its due day is over, and it is not completed. */
    OVERDUE,
    /** It is completed, in time or late. */
    COMPLETED
}
