package io.rapport.crm.satisfaction;

import java.io.Serializable;

/**
 * The result of a z test.
 *
 * @param z the difference in standard errors
 * @param p the two-sided probability of a difference at least this large when there is none
 */
public record ZTest(double z, double p) implements Serializable {

    static ZTest of(double z) {
        return new ZTest(z, Normal.twoSidedTail(z));
    }
}
