package io.rapport.crm.staff;

import io.rapport.crm.fault.Require;

/**
 * How much each part of a routing score counts, relative to the others.
 *
 * @param skillFit 0 to 1000
 * @param freeCapacity 0 to 1000
 * @param sameAgent 0 to 1000
 */
public record RoutingWeights(int skillFit, int freeCapacity, int sameAgent) {

    private static final int HIGHEST = 1000;

    public RoutingWeights {
        Require.between("skillFit", skillFit, 0, HIGHEST);
        Require.between("freeCapacity", freeCapacity, 0, HIGHEST);
        Require.between("sameAgent", sameAgent, 0, HIGHEST);
    }

    /**
     * All parts alike: whoever handled it before gets it back, unless somebody else is so much freer and fits so much
     * better that both together outweigh that.
     */
    public static RoutingWeights equal() {
        return new RoutingWeights(1, 1, 1);
    }
}
