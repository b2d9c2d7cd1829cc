package io.rapport.crm.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.rapport.crm.customer.RegisterCustomer;
import io.rapport.crm.id.Actor;
import io.rapport.crm.id.CommandKey;
import io.rapport.crm.loyalty.EnrolCustomer;
import io.rapport.crm.loyalty.LedgerEntry;
import io.rapport.crm.loyalty.LoyaltyAccountId;
import io.rapport.crm.loyalty.ProgramId;
import io.rapport.crm.loyalty.household.FormHousehold;
import io.rapport.crm.loyalty.household.Household;
import io.rapport.crm.loyalty.household.HouseholdRefusal;
import io.rapport.crm.loyalty.household.HouseholdRefusedException;
import io.rapport.crm.loyalty.household.HouseholdTerms;
import io.rapport.crm.loyalty.household.Households;
import io.rapport.crm.loyalty.household.MembershipStep;
import java.util.List;

/** What the contracts of households share. */
public abstract class HouseholdContract extends LoyaltyContract {

    protected static final Actor BEA = Actor.of("bea");
    protected static final HouseholdTerms FOUR = HouseholdTerms.upTo(4);

    protected final Households households() {
        return crm().households();
    }

    protected final LoyaltyAccountId pool() {
        return pool(CLUB);
    }

    protected final LoyaltyAccountId pool(ProgramId program) {
        return loyalty()
                .enrol(EnrolCustomer.of(
                        crm().customers()
                                .register(RegisterCustomer.organisation("Household"))
                                .id(),
                        program))
                .id();
    }

    protected final Household formed(LoyaltyAccountId head) {
        return formed(head, FOUR);
    }

    protected final Household formed(LoyaltyAccountId head, HouseholdTerms terms) {
        return households().form(form(pool(), head, terms));
    }

    protected static FormHousehold form(LoyaltyAccountId pool, LoyaltyAccountId head, HouseholdTerms terms) {
        return FormHousehold.of(pool, head, terms, CommandKey.of("form:" + pool.value() + head.value()))
                .by(BEA);
    }

    protected static MembershipStep step(Household household, LoyaltyAccountId member, String key) {
        return MembershipStep.of(household.id(), member, CommandKey.of(key + ":" + member.value()))
                .by(BEA);
    }

    protected final Household joined(Household household, LoyaltyAccountId member) {
        return households().join(step(household, member, "join:" + household.id() + household.version()));
    }

    protected final void assertStored(Household expected) {
        assertThat(households().find(expected.id())).contains(expected);
        assertThat(Household.fold(households().history(expected.id()))).isEqualTo(expected);
    }

    protected final void assertClean(LoyaltyAccountId... accounts) {
        for (LoyaltyAccountId id : accounts) {
            assertThat(loyalty().verify(id).discrepancies()).isEmpty();
        }
    }

    protected static void assertRefused(HouseholdRefusal reason, Runnable what) {
        assertThatExceptionOfType(HouseholdRefusedException.class)
                .isThrownBy(what::run)
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    protected final List<LedgerEntry> entries(LoyaltyAccountId account) {
        return loyalty().history(account).stream()
                .filter(LedgerEntry.class::isInstance)
                .map(LedgerEntry.class::cast)
                .toList();
    }
}
