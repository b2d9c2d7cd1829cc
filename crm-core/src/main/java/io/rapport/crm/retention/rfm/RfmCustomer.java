package io.rapport.crm.retention.rfm;

import java.io.Serializable;
import java.util.UUID;

/**
 * One customer's values and what they score.
 *
 * @param customer whose
 * @param recencyDays days since the last purchase
 * @param frequency purchase days or orders
 * @param monetaryMinor what was spent, all of it or the mean, in minor units
 * @param score the scores
 */
public record RfmCustomer(UUID customer, int recencyDays, long frequency, double monetaryMinor, RfmScore score)
        implements Serializable {}
