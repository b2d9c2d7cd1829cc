package io.rapport.crm.customer;

import io.rapport.crm.fault.InvalidInputException;
import io.rapport.crm.fault.Require;
import java.util.Optional;

/**
 * The normal form of a contact point, by which customers are found. Compared exactly. Made by {@link ContactPoint}.
 *
 * @param value an e-mail address in lower case with an ASCII domain, or a phone number in E.164
 */
public record ContactKey(ContactKind kind, String value) {

    public ContactKey {
        Require.present("kind", kind);
        Require.text("value", value, 320);
    }

    /**
     * The key of an e-mail address, with or without a display name.
     *
     * @throws InvalidInputException if it is not an address
     */
    public static ContactKey email(String raw) {
        return EmailAddresses.key(raw);
    }

    /**
     * The key of a phone number; empty if it is not valid in its numbering plan.
     *
     * @param region ISO 3166 two-letter code of the country from which a number without country code is dialled
     */
    public static Optional<ContactKey> phone(String raw, String region) {
        return PhoneNumbers.key(raw, region);
    }

    /** The kind only: the key itself is personal data. */
    @Override
    public String toString() {
        return kind + " key";
    }
}
