package io.rapport.crm.loyalty;

/**
 * What a program has given and taken over all its accounts.
 *
 * @param accounts how many customers are enrolled
 * @param earned the points ever earned
 * @param redeemed the points ever redeemed
 * @param outstanding the points available now
 */
public record ProgramTotals(long accounts, long earned, long redeemed, long outstanding) {

    /** A program without accounts. */
    public static final ProgramTotals NONE = new ProgramTotals(0, 0, 0, 0);
}
