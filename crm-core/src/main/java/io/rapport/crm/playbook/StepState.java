package io.rapport.crm.playbook;

/** Where a step of an applied playbook stands. */
public enum StepState {
    /** To be done. */
    OPEN,
    DONE,
    /** Left out on purpose, with a reason. */
    SKIPPED,
    /** Its guard does not hold; it may still come to hold when an earlier step is done. */
    NOT_APPLICABLE
}
