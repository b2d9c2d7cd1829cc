package io.rapport.crm.staff;

/** Whether somebody works here. */
public enum EmployeeStatus {
    /** They work here. */
    ACTIVE,
    /** They have left; their history stays. */
    LEFT
}
