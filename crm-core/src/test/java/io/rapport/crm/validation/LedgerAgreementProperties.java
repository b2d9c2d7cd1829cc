package io.rapport.crm.validation;

import static io.rapport.crm.validation.CommandAgreement.assertAgreed;
import static io.rapport.crm.validation.CommandAgreement.optionals;
import static io.rapport.crm.validation.CommandAgreement.texts;

import io.rapport.crm.id.Actor;
import io.rapport.crm.id.CommandKey;
import io.rapport.crm.loyalty.ActivatePoints;
import io.rapport.crm.loyalty.AdjustPoints;
import io.rapport.crm.loyalty.CommitHold;
import io.rapport.crm.loyalty.EarnByRules;
import io.rapport.crm.loyalty.EarnPoints;
import io.rapport.crm.loyalty.EarnTerms;
import io.rapport.crm.loyalty.LineRefund;
import io.rapport.crm.loyalty.LoyaltyAccountId;
import io.rapport.crm.loyalty.RefundLines;
import io.rapport.crm.loyalty.RefundOrder;
import io.rapport.crm.loyalty.ReinstatePoints;
import io.rapport.crm.loyalty.ReservePoints;
import io.rapport.crm.loyalty.RestorePoints;
import io.rapport.crm.loyalty.TransferPoints;
import io.rapport.crm.loyalty.VoidHold;
import io.rapport.crm.loyalty.earning.EarningActivity;
import io.rapport.crm.loyalty.earning.OrderLine;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** A validator and the constructor agree about the commands that move points. */
class LedgerAgreementProperties extends AgreementProperties {

    @Property
    void earning_with_terms(
            @ForAll("accounts") LoyaltyAccountId account,
            @ForAll("commandKeys") CommandKey key,
            @ForAll("terms") EarnTerms terms) {
        assertAgreed(EarnPoints.class, account, 1L, key, Optional.empty(), Actor.SYSTEM, terms);
    }

    @Property
    void terms_of_an_earning(
            @ForAll("instants") Optional<Instant> effectiveAt,
            @ForAll("instants") Optional<Instant> expiresAt,
            @ForAll("causes") Optional<String> order,
            @ForAll("numbers") long basis,
            @ForAll boolean qualifying,
            @ForAll("versions") int ruleVersion) {
        assertAgreed(EarnTerms.class, effectiveAt, expiresAt, order, basis, qualifying, ruleVersion);
    }

    @Property
    void earning_by_rules(
            @ForAll("accounts") LoyaltyAccountId account,
            @ForAll("activities") EarningActivity activity,
            @ForAll("commandKeys") CommandKey key,
            @ForAll("causes") Optional<String> order,
            @ForAll("instants") Optional<Instant> effectiveAt,
            @ForAll("causes") Optional<String> cause,
            @ForAll("actors") Actor actor) {
        assertAgreed(EarnByRules.class, account, activity, key, order, effectiveAt, cause, actor);
    }

    @Property
    void lines_of_an_order(
            @ForAll("skus") String sku,
            @ForAll("categories") Optional<String> category,
            @ForAll("quantities") int quantity,
            @ForAll("amounts") Money amount) {
        assertAgreed(OrderLine.class, sku, category, quantity, amount);
    }

    @Property
    void refunding_lines(
            @ForAll("accounts") LoyaltyAccountId account,
            @ForAll("references") String order,
            @ForAll("lineRefunds") List<LineRefund> lines,
            @ForAll("commandKeys") CommandKey key,
            @ForAll("causes") Optional<String> cause,
            @ForAll("actors") Actor actor) {
        assertAgreed(RefundLines.class, account, order, lines, key, cause, actor);
    }

    @Property
    void a_line_that_was_refunded(@ForAll("quantities") int line, @ForAll("numbers") long refundedSoFar) {
        assertAgreed(LineRefund.class, line, refundedSoFar);
    }

    @Provide
    Arbitrary<EarningActivity> activities() {
        return Arbitraries.of(
                EarningActivity.event("sign-up"), EarningActivity.order(OrderLine.of("tea", 1, Money.parse("EUR 2"))));
    }

    @Provide
    Arbitrary<String> references() {
        return texts(190);
    }

    @Provide
    Arbitrary<String> skus() {
        return texts(100);
    }

    @Provide
    Arbitrary<Optional<String>> categories() {
        return optionals(texts(100));
    }

    @Provide
    Arbitrary<Integer> quantities() {
        return Arbitraries.integers().between(-2, 5);
    }

    @Provide
    Arbitrary<Money> amounts() {
        return Arbitraries.longs().between(-2, 500).map(cents -> Money.ofMinor(CurrencyUnit.EUR, cents));
    }

    @Provide
    Arbitrary<List<LineRefund>> lineRefunds() {
        return Arbitraries.integers()
                .between(0, 3)
                .map(line -> new LineRefund(line, 100))
                .list()
                .ofMaxSize(3);
    }

    @Property
    void reserving_points(
            @ForAll("accounts") LoyaltyAccountId account,
            @ForAll("numbers") long points,
            @ForAll("numbers") long ttl,
            @ForAll("commandKeys") CommandKey key,
            @ForAll("causes") Optional<String> cause,
            @ForAll("actors") Actor actor) {
        assertAgreed(ReservePoints.class, account, points, ttl, key, cause, actor);
    }

    @Property
    void committing_a_hold(
            @ForAll("accounts") LoyaltyAccountId account,
            @ForAll("numbers") long hold,
            @ForAll("numbers") long points,
            @ForAll boolean keepingTerms,
            @ForAll("commandKeys") CommandKey key,
            @ForAll("causes") Optional<String> cause,
            @ForAll("actors") Actor actor) {
        assertAgreed(CommitHold.class, account, hold, points, keepingTerms, key, cause, actor);
    }

    @Property
    void voiding_a_hold(
            @ForAll("accounts") LoyaltyAccountId account,
            @ForAll("numbers") long hold,
            @ForAll("commandKeys") CommandKey key,
            @ForAll("causes") Optional<String> cause,
            @ForAll("actors") Actor actor) {
        assertAgreed(VoidHold.class, account, hold, key, cause, actor);
    }

    @Property
    void restoring_points(
            @ForAll("accounts") LoyaltyAccountId account,
            @ForAll("numbers") long redemption,
            @ForAll("numbers") long points,
            @ForAll("commandKeys") CommandKey key,
            @ForAll("causes") Optional<String> cause,
            @ForAll("actors") Actor actor) {
        assertAgreed(RestorePoints.class, account, redemption, points, key, cause, actor);
    }

    @Property
    void reinstating_points(
            @ForAll("accounts") LoyaltyAccountId account,
            @ForAll("numbers") long expiry,
            @ForAll("numbers") long points,
            @ForAll("commandKeys") CommandKey key,
            @ForAll("causes") Optional<String> cause,
            @ForAll("actors") Actor actor) {
        assertAgreed(ReinstatePoints.class, account, expiry, points, key, cause, actor);
    }

    @Property
    void refunding_an_order(
            @ForAll("accounts") LoyaltyAccountId account,
            @ForAll("texts190") String order,
            @ForAll boolean whole,
            @ForAll("numbers") long refunded,
            @ForAll("commandKeys") CommandKey key,
            @ForAll("causes") Optional<String> cause,
            @ForAll("actors") Actor actor) {
        assertAgreed(RefundOrder.class, account, order, whole, refunded, key, cause, actor);
    }

    @Property
    void adjusting_an_account(
            @ForAll("accounts") LoyaltyAccountId account,
            @ForAll("numbers") long points,
            @ForAll("commandKeys") CommandKey key,
            @ForAll("texts190") String reason,
            @ForAll("actors") Actor actor) {
        assertAgreed(AdjustPoints.class, account, points, key, reason, actor);
    }

    @Property
    void activating_points(
            @ForAll("accounts") LoyaltyAccountId account,
            @ForAll("texts190") String order,
            @ForAll("commandKeys") CommandKey key,
            @ForAll("causes") Optional<String> cause,
            @ForAll("actors") Actor actor) {
        assertAgreed(ActivatePoints.class, account, order, key, cause, actor);
    }

    @Property
    void transferring_points(
            @ForAll("accounts") LoyaltyAccountId account,
            @ForAll("accounts") LoyaltyAccountId to,
            @ForAll("numbers") long points,
            @ForAll("commandKeys") CommandKey key,
            @ForAll("causes") Optional<String> cause,
            @ForAll("actors") Actor actor) {
        assertAgreed(TransferPoints.class, account, to, points, key, cause, actor);
    }

    @Provide
    Arbitrary<Long> numbers() {
        return Arbitraries.oneOf(
                Arbitraries.longs().between(-2, 3), Arbitraries.of(Long.MIN_VALUE, Long.MIN_VALUE + 1, Long.MAX_VALUE));
    }

    @Provide
    Arbitrary<Integer> versions() {
        return Arbitraries.oneOf(Arbitraries.integers().between(-2, 3), Arbitraries.of(Integer.MIN_VALUE));
    }

    @Provide
    Arbitrary<LoyaltyAccountId> accounts() {
        return Arbitraries.of(new LoyaltyAccountId(new UUID(1, 2)), new LoyaltyAccountId(new UUID(1, 3)))
                .injectNull(0.1);
    }

    @Provide
    Arbitrary<EarnTerms> terms() {
        return Arbitraries.of(EarnTerms.STANDARD, EarnTerms.STANDARD.forOrder("o-1", 5))
                .injectNull(0.3);
    }

    @Provide
    Arbitrary<Optional<Instant>> instants() {
        return optionals(Arbitraries.of(Instant.EPOCH, Instant.MIN, Instant.MAX));
    }
}
