package io.rapport.crm.loyalty;

/**
 * A ledger entry with its place.
 *
 * @param sequence the entry's place in the history of its account, whose first event is the enrolment
 */
public record LedgerLine(LoyaltyAccountId account, long sequence, LedgerEntry entry) {}
