package io.rapport.crm.loyalty;

/**
 * Where what is stored differs from what the entries add up to.
 *
 * @param what the figure, lot, hold or movement
 * @param recomputed what the entries say
 * @param stored what is stored
 */
public record Discrepancy(String what, String recomputed, String stored) {}
