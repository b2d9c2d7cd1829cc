package io.rapport.crm.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.crm.id.Actor;
import io.rapport.crm.id.CommandKey;
import io.rapport.crm.loyalty.EarnPoints;
import io.rapport.crm.loyalty.LoyaltyAccountId;
import io.rapport.crm.loyalty.RedeemPoints;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PayloadDigestTest {

    private static final LoyaltyAccountId ACCOUNT = new LoyaltyAccountId(new UUID(0, 1));
    private static final CommandKey KEY = CommandKey.of("k");

    @Test
    void commands_that_ask_for_different_things_have_different_digests() {
        EarnPoints command = EarnPoints.of(ACCOUNT, 100, KEY);

        assertThat(Stream.of(
                        command.payload(),
                        EarnPoints.of(ACCOUNT, 101, KEY).payload(),
                        EarnPoints.of(new LoyaltyAccountId(new UUID(1, 0)), 100, KEY)
                                .payload(),
                        command.because("system").payload(),
                        command.because("order 4711").payload(),
                        command.by(Actor.of("bea")).payload(),
                        RedeemPoints.of(ACCOUNT, 100, KEY).payload()))
                .doesNotHaveDuplicates()
                .allMatch(digest -> digest.matches("[0-9a-f]{64}"));
    }

    @Test
    void a_command_that_asks_for_the_same_has_the_same_digest_whatever_its_key() {
        assertThat(EarnPoints.of(ACCOUNT, 100, KEY).because("a").payload())
                .isEqualTo(EarnPoints.of(ACCOUNT, 100, CommandKey.of("other"))
                        .because("a")
                        .payload());
    }

    @Test
    void fields_cannot_run_into_each_other() {
        assertThat(Stream.of(
                        PayloadDigest.of("op").with("ab").with("c").hex(),
                        PayloadDigest.of("op").with("a").with("bc").hex(),
                        PayloadDigest.of("opab").with("c").hex(),
                        PayloadDigest.of("op").with("abc").hex(),
                        PayloadDigest.of("op").with(Optional.of("abc")).hex(),
                        PayloadDigest.of("op")
                                .with(Optional.empty())
                                .with("abc")
                                .hex(),
                        PayloadDigest.of("op").with("").with("abc").hex(),
                        PayloadDigest.of("op").with("abc").with("").hex()))
                .doesNotHaveDuplicates();
    }

    @Test
    void a_stored_digest_is_known_again_by_later_releases() {
        assertThat(PayloadDigest.of("op")
                        .with("tëxt")
                        .with(7)
                        .with(new UUID(1, 2))
                        .with(Optional.of("x"))
                        .hex())
                .isEqualTo("655b9fe26d0c1abdb494266b2c0496e4905c73fed7d88be54f9efd9d834c643a");
    }
}
