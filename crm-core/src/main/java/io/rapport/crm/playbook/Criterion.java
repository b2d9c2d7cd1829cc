package io.rapport.crm.playbook;

/** What a condition can ask about a ticket, the most telling first. The order decides between rules of equal length. */
public enum Criterion {
    CATEGORY,
    KEYWORD,
    TAG,
    DEMANDING_CUSTOMER,
    KIND,
    PRIORITY
}
