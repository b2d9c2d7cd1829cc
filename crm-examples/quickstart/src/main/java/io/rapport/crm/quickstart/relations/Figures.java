package io.rapport.crm.quickstart.relations;

import io.rapport.crm.Crm;
import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.id.ExternalId;
import io.rapport.crm.interaction.Initiative;
import io.rapport.crm.interaction.InteractionTally;
import io.rapport.crm.interaction.Purpose;
import io.rapport.crm.loyalty.ProgramTotals;
import io.rapport.crm.quickstart.scorecard.Estimate;
import io.rapport.crm.quickstart.scorecard.Scorecard;
import io.rapport.crm.quickstart.scorecard.Scorecard.Customers;
import io.rapport.crm.quickstart.scorecard.Scorecard.Interactions;
import io.rapport.crm.quickstart.scorecard.Scorecard.Points;
import io.rapport.crm.quickstart.scorecard.Scorecard.Satisfaction;
import io.rapport.crm.quickstart.scorecard.Scorecard.Score;
import io.rapport.crm.satisfaction.Csat;
import io.rapport.crm.satisfaction.CsatScore;
import io.rapport.crm.satisfaction.Interval;
import io.rapport.crm.satisfaction.NpsScore;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Asks the rooms of the library for the figures of everything that is stored. */
record Figures(Crm crm, ZoneId zone, Duration firstResponseTarget) {

    /** Before and after everything that the files can hold. */
    static final Instant FIRST = Instant.parse("1800-01-01T00:00:00Z");

    static final Instant LAST = Instant.parse("2300-01-01T00:00:00Z");

    /** Satisfied are those who gave 4 or 5 of 5. */
    private static final Csat SATISFIED = Csat.favourableFrom(4).outOf(5);

    Scorecard scorecard(String title) {
        ProgramTotals club = crm.loyalty().totals(Club.PROGRAM);
        PurchaseFigures purchases = PurchaseFigures.read(crm.retention(), zone);
        return new Scorecard(
                title,
                purchases.span(),
                new Customers(crm.customers().count(), club.accounts()),
                interactions(),
                TicketFigures.read(crm.tickets(), purchases.end()).within(firstResponseTarget),
                new Points(club.earned(), club.redeemed(), club.outstanding()),
                satisfaction(),
                purchases.purchases(),
                purchases.retention(),
                purchases.cohorts(),
                purchases.outlook(this::key));
    }

    /** The shop's own key, by which it finds the customer; not where that is an address, for a report is passed on. */
    private String key(UUID customer) {
        return crm.customers()
                .find(new CustomerId(customer))
                .flatMap(found -> found.externalIds().stream().findFirst())
                .map(ExternalId::key)
                .filter(key -> !key.contains("@"))
                .orElse(customer.toString());
    }

    private Interactions interactions() {
        List<InteractionTally> tallies = crm.interactions().tally(FIRST, LAST);
        return new Interactions(Stream.of(Purpose.values())
                .flatMap(purpose -> Stream.of(Initiative.values())
                        .map(initiative -> new Interactions.Count(
                                purpose.name(), initiative.name(), count(tallies, purpose, initiative))))
                .filter(count -> count.count() > 0)
                .toList());
    }

    private static long count(List<InteractionTally> tallies, Purpose purpose, Initiative initiative) {
        return tallies.stream()
                .filter(tally -> tally.purpose() == purpose && tally.initiative() == initiative)
                .mapToLong(InteractionTally::count)
                .sum();
    }

    private Satisfaction satisfaction() {
        CsatScore csat = crm.surveys().csat(SATISFIED, FIRST, LAST);
        NpsScore nps = crm.surveys().nps(FIRST, LAST);
        return new Satisfaction(
                new Score(csat.withheld() ? Optional.empty() : estimate(csat), csat.n()),
                new Score(nps.withheld() ? Optional.empty() : estimate(nps), nps.n()));
    }

    private static Optional<Estimate> estimate(CsatScore csat) {
        return csat.interval().map(interval -> estimate(csat.value().orElseThrow(), interval, csat.n()));
    }

    private static Optional<Estimate> estimate(NpsScore nps) {
        return nps.interval().map(interval -> estimate(nps.value().orElseThrow(), interval, nps.n()));
    }

    private static Estimate estimate(double value, Interval interval, long n) {
        return new Estimate(value, interval.lower(), interval.upper(), n);
    }
}
