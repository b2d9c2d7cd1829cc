package io.rapport.crm.imports;

/**
 * A row that was not stored, and why. Carries no personal data.
 *
 * @param source where the row stands
 * @param line its number there
 * @param field the offending field, in the words of the row
 * @param reason what is wrong with it, and what would be accepted
 */
public record Rejection(String source, long line, String field, String reason) {}
