package io.rapport.crm.loyalty;

/**
 * What an amount earns by the rules of a version: how a refund knows what would have been earned without it. More never
 * earns less. Pure and thread-safe.
 */
@FunctionalInterface
public interface EarningRule {

    /**
     * The points that a basis earns.
     *
     * @param ruleVersion the version that the lot remembers
     * @param basis what is left of the lot's basis, 0 or more
     * @return 0 or more
     */
    long points(int ruleVersion, long basis);
}
