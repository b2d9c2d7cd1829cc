package io.rapport.crm.customer;

import io.rapport.crm.fault.InvalidInputException;
import io.rapport.crm.fault.Require;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Optional;

/**
 * A way to reach a customer, as they wrote it, with the key by which they are found.
 *
 * @param raw as written, at most 320 characters
 * @param key the normal form; empty for a phone number that is not valid in its numbering plan, which is kept but never
 *     found by
 * @param shared whether other customers may have the same key, as with a family's telephone
 */
public record ContactPoint(
        @NotNull ContactKind kind,
        @NotBlank @Size(max = 320) String raw,
        @NotNull Optional<ContactKey> key,
        boolean shared) {

    public ContactPoint {
        Require.present("kind", kind);
        Require.text("raw", raw, 320);
        Require.present("key", key);
        if (key.isPresent() && key.get().kind() != kind) {
            throw new InvalidInputException("key", "is of another kind", "give the key of this " + kind);
        }
    }

    /**
     * An e-mail address. A display name ({@code "Ann" <ann@example.com>}) is dropped from the key, the domain becomes
     * ASCII, case is folded; plus tags and dots are kept, since they can be different mailboxes.
     *
     * @throws InvalidInputException if it is not an address
     */
    public static ContactPoint email(String raw) {
        Require.text("email", raw, 320);
        return new ContactPoint(ContactKind.EMAIL, raw, Optional.of(EmailAddresses.key(raw)), false);
    }

    /**
     * A phone number. It gets a key only if it is valid in its numbering plan.
     *
     * @param region ISO 3166 two-letter code of the country from which a number without country code is dialled
     */
    public static ContactPoint phone(String raw, String region) {
        Require.text("phone", raw, 320);
        return new ContactPoint(ContactKind.PHONE, raw, PhoneNumbers.key(raw, region), false);
    }

    /** The same contact point, allowed to belong to several customers. */
    public ContactPoint asShared() {
        return new ContactPoint(kind, raw, key, true);
    }

    /** The kind only: the rest is personal data. */
    @Override
    public String toString() {
        return kind + (key.isPresent() ? "" : " without key") + (shared ? " (shared)" : "");
    }
}
