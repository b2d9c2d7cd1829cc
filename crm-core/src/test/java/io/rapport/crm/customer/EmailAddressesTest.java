package io.rapport.crm.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.rapport.crm.fault.InvalidInputException;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressesTest {

    private final Locale before = Locale.getDefault();

    @AfterEach
    void bringBackTheLocale() {
        Locale.setDefault(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "joe+@apache.org",
                "\"joe.\"@apache.org",
                "\"joe@home\"@apache.org",
                "\"a \\\" b\"@foo.bar",
                "andy.o'reilly@data-workshop.com",
                "joe%45@apache.org",
                "*@example.net",
                "---@example.com",
                " joeblow@apache.org ",
                "Abigail<abigail@example.com>",
                "someone@[216.109.118.76]",
                "someone@[IPv6:2001:db8::1]",
                "josé@example.com",
                "info@bücher.example",
            })
    void an_address_of_mail_in_use_has_a_key(String address) {
        assertThat(EmailAddresses.key(address).kind()).isEqualTo(ContactKind.EMAIL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Abc@def@example.com",
                "jsmith@apache.c",
                "jsmith@apache.",
                "john56789.john56789.john56789.john56789.john56789.john56789.john5@example.com",
                "andy.noble@data-workshop.com.",
                "andy-noble@data-workshop.-com",
                "andy-noble@data-workshop.co-m",
                "andy@o'reilly.data-workshop.com",
                "foo+bar@example+3.com",
                "joeblow@apache,org",
                "joeblow @apache.org",
                "joeblow@ apache.org",
                "joe@localhost",
                "joe.@apache.org",
                ".joe@apache.org",
                "joe..ok@apache.org",
                "joe(@apache.org",
                "foo\u0000bar@domain.com",
                "foo\u007fbar@domain.com",
                "\"foo\u0007bar\"@domain.com",
                "someone@[216.109.118]",
                "someone@[2001:db8::1]",
                "someone@[example.com]",
                "someone@[]",
                "\ud800@example.com",
                "string",
                "@nobody.example",
                "abigail@",
            })
    void what_is_not_an_address_is_refused_without_repeating_it(String address) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> EmailAddresses.key(address))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("email"))
                .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain(address));
    }

    @Test
    void a_mailbox_has_at_most_64_octets_and_an_address_254() {
        String mailbox = "m".repeat(64);
        String domain = ("d".repeat(62) + ".").repeat(2) + "e".repeat(58) + ".com";

        assertThat(EmailAddresses.key(mailbox + "@" + domain).value()).hasSize(64 + 1 + domain.length());
        assertThat((mailbox + "@" + "d" + domain).length()).isEqualTo(254);
        assertThat(EmailAddresses.key(mailbox + "@" + "d" + domain).value()).hasSize(254);
        assertRefused(mailbox + "m@" + domain);
        assertRefused(mailbox + "@" + "d.d" + domain);
        assertRefused("é".repeat(33) + "@example.com");
        assertRefused("\"" + "a".repeat(100_000) + "\"@example.com");
    }

    @ParameterizedTest
    @CsvSource({
        "TITLE@EXAMPLE.COM, title@example.com",
        "Ann <Ann@Example.com>, ann@example.com",
        "INFO@BÜCHER.EXAMPLE, info@xn--bcher-kva.example",
        "a@[IPv6:2001:DB8::1], a@[ipv6:2001:db8::1]",
    })
    void spellings_of_one_address_have_one_key_whatever_the_default_locale(String one, String another) {
        for (String language : new String[] {"en", "tr", "az", "lt"}) {
            Locale.setDefault(Locale.forLanguageTag(language));

            assertThat(EmailAddresses.key(one)).isEqualTo(EmailAddresses.key(another));
            assertThat(EmailAddresses.key(one).value()).isEqualTo(another);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ann@example.com, ann+news@example.com",
        "annexample@gmail.com, ann.example@gmail.com",
        "ann@example.com, ann@mail.example.com",
    })
    void plus_tags_dots_and_domains_tell_mailboxes_apart(String one, String another) {
        assertThat(EmailAddresses.key(one)).isNotEqualTo(EmailAddresses.key(another));
    }

    @ParameterizedTest
    @CsvSource({
        "'\"Norbert Poiluchette\" <alfredoastaire@test.example.com>', true",
        "fredoastaire@test.example.com, false",
        "Alfredoastaire@TEST.example.com, true",
    })
    void a_stored_address_is_found_by_its_whole_key_only(String asked, boolean found) {
        ContactKey stored = EmailAddresses.key("alfredoastaire@test.example.com");

        assertThat(EmailAddresses.key(asked).equals(stored)).isEqualTo(found);
    }

    private static void assertRefused(String address) {
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> EmailAddresses.key(address));
    }
}
