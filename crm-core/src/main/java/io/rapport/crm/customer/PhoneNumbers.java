package io.rapport.crm.customer;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;

/** Keys of phone numbers: E.164 by the numbering plans that libphonenumber carries. */
final class PhoneNumbers {

    private PhoneNumbers() {}

    static Optional<ContactKey> key(String raw, String region) {
        PhoneNumberUtil plans = PhoneNumberUtil.getInstance();
        try {
            PhoneNumber number = plans.parse(raw, region);
            return plans.isValidNumber(number)
                    ? Optional.of(new ContactKey(ContactKind.PHONE, plans.format(number, PhoneNumberFormat.E164)))
                    : Optional.empty();
        } catch (NumberParseException notANumber) {
            return Optional.empty();
        }
    }
}
