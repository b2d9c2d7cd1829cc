package io.rapport.crm.validation;

import static io.rapport.crm.validation.CommandAgreement.assertAgreed;

import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.id.Actor;
import io.rapport.crm.id.CommandKey;
import io.rapport.crm.loyalty.EarnPoints;
import io.rapport.crm.loyalty.EarnTerms;
import io.rapport.crm.loyalty.EnrolCustomer;
import io.rapport.crm.loyalty.LoyaltyAccountId;
import io.rapport.crm.loyalty.ProgramId;
import io.rapport.crm.loyalty.RedeemPoints;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A host's framework that checks the commands about points, and the commands themselves, accept the same. */
class LoyaltyAgreementProperties extends AgreementProperties {

    @Property
    void earning_points(
            @ForAll("accounts") LoyaltyAccountId account,
            @ForAll("points") long points,
            @ForAll("commandKeys") CommandKey key,
            @ForAll("causes") Optional<String> cause,
            @ForAll("actors") Actor actor) {
        assertAgreed(EarnPoints.class, account, points, key, cause, actor, EarnTerms.STANDARD);
    }

    @Property
    void redeeming_points(
            @ForAll("accounts") LoyaltyAccountId account,
            @ForAll("points") long points,
            @ForAll("commandKeys") CommandKey key,
            @ForAll("causes") Optional<String> cause,
            @ForAll("actors") Actor actor) {
        assertAgreed(RedeemPoints.class, account, points, key, cause, actor);
    }

    @Property
    void enrolling_a_customer(@ForAll("customers") CustomerId customer, @ForAll("programs") ProgramId program) {
        assertAgreed(EnrolCustomer.class, customer, program);
    }

    @Property
    void a_program(@ForAll("texts64") String program) {
        assertAgreed(ProgramId.class, program);
    }

    @Provide
    Arbitrary<Long> points() {
        return Arbitraries.oneOf(Arbitraries.longs(), Arbitraries.of(Long.MIN_VALUE, -1L, 0L, 1L, Long.MAX_VALUE));
    }

    @Provide
    Arbitrary<LoyaltyAccountId> accounts() {
        return Arbitraries.create(() -> new LoyaltyAccountId(new UUID(1, 2))).injectNull(0.1);
    }

    @Provide
    Arbitrary<ProgramId> programs() {
        return Arbitraries.of("club", "miles").map(ProgramId::of).injectNull(0.1);
    }
}
