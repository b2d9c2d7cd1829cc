package io.rapport.crm.staff;

/**
 * How well somebody suits a piece of work. Parts are thousandths, 0 to 1000, rounded down, so that the same input gives
 * the same score everywhere.
 *
 * @param skillFit how near their levels are to those asked for, before any relaxation: 1000 when all are met exactly, 200
 *     less for each level above or below, the mean over the skills; experts are thus kept for what needs them
 * @param freeCapacity the share of their capacity that is free
 * @param sameAgent 1000 if they handled it before, else 0
 * @param total the sum of the parts, each times its weight
 */
public record RoutingScore(int skillFit, int freeCapacity, int sameAgent, long total) {

    static RoutingScore of(RoutingWeights weights, int skillFit, int freeCapacity, int sameAgent) {
        long total = (long) weights.skillFit() * skillFit
                + (long) weights.freeCapacity() * freeCapacity
                + (long) weights.sameAgent() * sameAgent;
        return new RoutingScore(skillFit, freeCapacity, sameAgent, total);
    }
}
