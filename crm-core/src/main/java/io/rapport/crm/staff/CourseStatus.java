package io.rapport.crm.staff;

/** Whether a course is held. */
public enum CourseStatus {
    /** It can be assigned and completed. */
    OFFERED,
    /** It is no longer held; what it granted stays. */
    WITHDRAWN
}
