package io.rapport.crm.loyalty;

/** When 29 February is in years that have none. */
public enum LeapDay {
    FEBRUARY_28,
    MARCH_1
}
