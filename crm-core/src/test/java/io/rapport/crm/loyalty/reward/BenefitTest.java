package io.rapport.crm.loyalty.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.rapport.crm.fault.InvalidInputException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a benefit is worth on an order. */
class BenefitTest {

    private static final Benefit TEN_PERCENT =
            Benefit.percentOff(BigDecimal.TEN).atMost(euros(9));

    private static Money euros(long amount) {
        return Money.parse("EUR " + amount);
    }

    @ParameterizedTest(name = "{0}: of {1} 10 percent and at most 9 are {2}")
    @CsvSource({
        "ODOO-PROMO-04, 120, 9",
        "ODOO-PROMO-04, 120 -20, 9",
        "ODOO-PROMO-04, 120 -114, 6",
        "ODOO-PROMO-04, 60 -6, 6",
        "like ODOO-PROMO-04, 50 40, 9",
        "like ODOO-PROMO-04, 50 50, 9",
        "like ODOO-PROMO-04, 120 -130, 0",
        "like ODOO-PROMO-04, -5, 0",
        "like ODOO-PROMO-04, 50, 5"
    })
    void a_percentage_is_taken_of_the_lines_above_zero_within_its_cap_and_the_total(
            String worked, String lines, long off) {
        List<Money> order = Arrays.stream(lines.split(" "))
                .map(Long::parseLong)
                .map(BenefitTest::euros)
                .toList();

        assertThat(TEN_PERCENT.discountOn(order)).as(worked).isEqualTo(euros(off));
    }

    @ParameterizedTest(name = "{0}: 10 percent of {1} in an order of {2} are {3}")
    @CsvSource({"like ODOO-PROMO-04, 60, 500, 6", "like ODOO-PROMO-04, 60 60, 500, 9", "like ODOO-PROMO-04, 60, 4, 4"})
    void a_percentage_can_be_for_some_lines_of_an_order(String worked, String lines, long total, long off) {
        List<Money> chosen = Arrays.stream(lines.split(" "))
                .map(Long::parseLong)
                .map(BenefitTest::euros)
                .toList();

        assertThat(TEN_PERCENT.discountOn(chosen, euros(total))).as(worked).isEqualTo(euros(off));
    }

    @Test
    void an_amount_off_is_never_more_than_the_order() {
        Benefit five = Benefit.amountOff(euros(5));

        assertThat(five.discountOn(List.of(euros(20)))).isEqualTo(euros(5));
        assertThat(five.discountOn(List.of(euros(20), euros(-17)))).isEqualTo(euros(3));
    }

    @ParameterizedTest(name = "{0}: {1} and a gift of {2} are {3}")
    @CsvSource({"VCH-GIFT-01, 46, 10, 56", "VCH-GIFT-01, 100, 10, 110", "like VCH-GIFT-01, 0, 10, 10"})
    void a_gift_goes_on_top_of_what_the_card_holds(String worked, long balance, long topUp, long after) {
        assertThat(Benefit.gift(euros(topUp)).giftOn(euros(balance))).as(worked).isEqualTo(euros(after));
    }

    @Test
    void a_free_product_and_a_voucher_take_nothing_off() {
        assertThat(Benefit.freeProduct("mug").discountOn(List.of(euros(20)))).isEqualTo(euros(0));
        assertThat(Benefit.voucher("spring").discountOn(List.of(euros(20)))).isEqualTo(euros(0));
    }

    @Test
    void a_benefit_that_makes_no_sense_is_refused() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> Benefit.percentOff(new BigDecimal("100.01")))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("percent"));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> Benefit.amountOff(euros(0)))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("amount"));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> Benefit.freeProduct("mug").atMost(euros(1)))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("cap"));
    }

    @Property
    void a_discount_is_never_negative_nor_more_than_the_cap_or_the_order(
            @ForAll @NotEmpty List<@IntRange(min = -500, max = 500) Integer> amounts,
            @ForAll @IntRange(min = 1, max = 100) int percent,
            @ForAll @IntRange(min = 1, max = 200) int cap) {
        List<Money> lines = amounts.stream().map(BenefitTest::euros).toList();
        Money off = Benefit.percentOff(BigDecimal.valueOf(percent))
                .atMost(euros(cap))
                .discountOn(lines);

        Money total = Money.total(lines);
        assertThat(off.isNegative()).isFalse();
        assertThat(off).isLessThanOrEqualTo(euros(cap));
        assertThat(off).isLessThanOrEqualTo(total.isNegative() ? euros(0) : total);
    }

    @Test
    void whoever_is_in_a_named_tier_and_a_named_segment_is_eligible() {
        Eligibility who = Eligibility.ofTiers("gold", "silver").andSegments("vip");

        assertThat(who.test(AccountFacts.tier("gold").with("vip", "new"))).isTrue();
        assertThat(who.test(AccountFacts.tier("gold"))).isFalse();
        assertThat(who.test(AccountFacts.NONE.with("vip"))).isFalse();
        assertThat(new Eligibility(Set.of(), Set.of()).test(AccountFacts.NONE)).isTrue();
    }

    private static Money euros(Integer amount) {
        return euros((long) amount);
    }
}
