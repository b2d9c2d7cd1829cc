package io.rapport.crm.customer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhoneNumbersTest {

    @ParameterizedTest
    @CsvSource({
        "+1 (650) 253-0000, NZ, +16502530000",
        "03-331 6005, NZ, +6433316005",
        "01164 3 331 6005, US, +6433316005",
        "＋１　（６５０）　２５３－００００, SG, +16502530000",
        "345 678 901, IT, +39345678901",
        "0343 15 555 1212, AR, +5493435551212",
        "+54 9 343 555 1212, AR, +5493435551212",
        "0800 DDA 005, NZ, +64800332005",
        "+800 1234 5678, US, +80012345678",
        "011 800 1234 5678, US, +80012345678",
        "+44 (0) 20 7946 0958, US, +442079460958",
    })
    void a_number_in_its_numbering_plan_has_its_e164_form_as_key(String raw, String region, String e164) {
        assertThat(PhoneNumbers.key(raw, region)).contains(new ContactKey(ContactKind.PHONE, e164));
    }

    @ParameterizedTest
    @CsvSource({
        "01 (449)978-0001, MX",
        "12, GB",
        "not a number, GB",
        "020 7946 0958, ZZ",
    })
    void a_number_outside_its_numbering_plan_has_no_key(String raw, String region) {
        assertThat(PhoneNumbers.key(raw, region)).isEmpty();
    }

    @Test
    void a_number_without_a_key_is_kept_as_it_was_written() {
        ContactPoint point = ContactPoint.phone("ask for Ann", "GB");

        assertThat(point.raw()).isEqualTo("ask for Ann");
        assertThat(point.key()).isEmpty();
    }
}
