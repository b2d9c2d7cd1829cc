package io.rapport.crm.loyalty.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.rapport.crm.fault.InvalidInputException;
import io.rapport.crm.id.CommandKey;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How codes of coupons look. */
class CouponCodeTest {

    /** Gives zeros only, as no source of codes ever should. */
    private static final class Zeros extends SecureRandom {

        private static final long serialVersionUID = 1L;

        @Override
        public void nextBytes(byte[] bytes) {
            java.util.Arrays.fill(bytes, (byte) 0);
        }
    }

    @Test
    void a_code_comes_from_the_source_that_it_was_given() {
        assertThat(CouponCode.next(new Zeros()).value()).isEqualTo("22222-22222-22222-22222");
    }

    @Test
    void codes_have_twenty_of_thirty_letters_that_are_not_mistaken_for_each_other() {
        SecureRandom random = new SecureRandom();
        Set<String> codes = Stream.generate(() -> CouponCode.next(random).value())
                .limit(2_000)
                .collect(Collectors.toSet());

        assertThat(codes)
                .hasSize(2_000)
                .allMatch(code -> code.matches("([2-9A-HJKMNP-TV-Z]{5}-){3}[2-9A-HJKMNP-TV-Z]{5}"));
        assertThat(codes.stream().flatMapToInt(String::chars).distinct().count())
                .isEqualTo(31);
        assertThat(20 * Math.log(30) / Math.log(2)).isGreaterThan(80);
    }

    @Test
    void small_letters_spaces_and_missing_dashes_are_understood() {
        CouponCode code = new CouponCode("7KQ2M-ABCDE-23456-WXYZ9");

        assertThat(new CouponCode(" 7kq2m abcde23456-wxyz9 ")).isEqualTo(code);
        assertThat(new CouponCode("7kq2mabcde23456wxyz9".toUpperCase(Locale.ROOT)).hash())
                .isEqualTo(code.hash());
    }

    @Test
    void what_is_no_code_is_refused_without_repeating_it() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> new CouponCode("7KQ2M-ABCDE-23456-WXYZ0"))
                .withMessageNotContaining("7KQ2M")
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("code"));
    }

    @Test
    void a_code_and_what_carries_it_do_not_show_it() {
        CouponCode code = new CouponCode("7KQ2M-ABCDE-23456-WXYZ9");

        assertThat(code.toString()).doesNotContain("7KQ2M");
        assertThat(RedeemCoupon.of(code, CommandKey.of("k")).toString()).doesNotContain("7KQ2M");
        assertThat(CodeHash.of(new CouponId(new UUID(0, 1)), code).toString()).doesNotContain(code.hash());
    }
}
