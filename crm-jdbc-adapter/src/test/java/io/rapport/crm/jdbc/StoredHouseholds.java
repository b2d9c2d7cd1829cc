package io.rapport.crm.jdbc;

import io.rapport.crm.Crm;
import io.rapport.crm.customer.RegisterCustomer;
import io.rapport.crm.id.Actor;
import io.rapport.crm.id.CommandKey;
import io.rapport.crm.loyalty.EarnPoints;
import io.rapport.crm.loyalty.EnrolCustomer;
import io.rapport.crm.loyalty.LoyaltyAccountId;
import io.rapport.crm.loyalty.ProgramId;
import io.rapport.crm.loyalty.RedeemPoints;
import io.rapport.crm.loyalty.household.FormHousehold;
import io.rapport.crm.loyalty.household.Household;
import io.rapport.crm.loyalty.household.HouseholdTerms;
import io.rapport.crm.loyalty.household.MembershipStep;

/** Makes an event of every kind that households have. */
final class StoredHouseholds {

    private static final Actor BEA = Actor.of("bea");

    private StoredHouseholds() {}

    static void share(Crm crm) {
        LoyaltyAccountId ann = account(crm, RegisterCustomer.person("Ann"));
        LoyaltyAccountId ben = account(crm, RegisterCustomer.person("Ben"));
        LoyaltyAccountId pool = account(crm, RegisterCustomer.organisation("Household"));
        crm.loyalty().earn(EarnPoints.of(ann, 8, CommandKey.of("h-1")));
        Household household = crm.households()
                .form(FormHousehold.of(pool, ann, HouseholdTerms.upTo(3).onlyHeadRedeems(), CommandKey.of("h-2"))
                        .by(BEA));
        crm.households().join(step(household, ben, "h-3"));
        crm.households().handOver(step(household, ben, "h-4"));
        crm.households().leave(step(household, ann, "h-5"));
        crm.households()
                .redeem(ben, RedeemPoints.of(pool, 3, CommandKey.of("h-6")).because("basket 9"));
        crm.households().dissolve(step(household, ben, "h-7"));
    }

    private static MembershipStep step(Household household, LoyaltyAccountId member, String key) {
        return MembershipStep.of(household.id(), member, CommandKey.of(key)).by(BEA);
    }

    private static LoyaltyAccountId account(Crm crm, RegisterCustomer customer) {
        return crm.loyalty()
                .enrol(EnrolCustomer.of(crm.customers().register(customer).id(), ProgramId.of("shared")))
                .id();
    }
}
