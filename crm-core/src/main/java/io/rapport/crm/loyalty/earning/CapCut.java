package io.rapport.crm.loyalty.earning;

/**
 * What a rule would have given, and a cap did not allow.
 *
 * @param points above 0
 */
public record CapCut(String cap, String rule, long points) {}
