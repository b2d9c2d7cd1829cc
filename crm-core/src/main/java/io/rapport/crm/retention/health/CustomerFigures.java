package io.rapport.crm.retention.health;

import io.rapport.crm.retention.Ratio;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;

/**
 * Why a customer is at risk or valuable, in figures a person can read. Holds no personal data but the id.
 *
 * @param customer whose
 * @param asOf the day that is looked from
 * @param daysSinceLast days since the last purchase
 * @param purchaseDays the distinct days with a purchase until then
 * @param usualInterval the median of the days between one purchase day and the next; empty for a single one
 * @param timesUsual the days since the last purchase over the usual interval: above 1 is later than usual
 * @param trend how often they bought lately and before; empty for customers not known long enough
 * @param spendMinor all they have spent until then, in minor units
 * @param spendShare that, over the spend of all customers
 * @param timesAverageSpend that, over the average spend of all customers; empty if nobody spent anything
 */
public record CustomerFigures(
        UUID customer,
        LocalDate asOf,
        int daysSinceLast,
        int purchaseDays,
        OptionalDouble usualInterval,
        OptionalDouble timesUsual,
        Optional<FrequencyTrend> trend,
        long spendMinor,
        Ratio spendShare,
        OptionalDouble timesAverageSpend) {}
