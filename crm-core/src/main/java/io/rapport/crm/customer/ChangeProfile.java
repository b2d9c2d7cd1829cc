package io.rapport.crm.customer;

import io.rapport.crm.fault.Require;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/** Asks for another name, language and time zone; the whole profile, as an edit form hands it in. */
public record ChangeProfile(
        @NotBlank @Size(max = 200) String name,
        @NotNull Optional<Locale> locale,
        @NotNull Optional<ZoneId> zone) {

    public ChangeProfile {
        Require.text("name", name, Customer.MAX_NAME);
        Require.present("locale", locale);
        Require.present("zone", zone);
    }

    /** The profile that {@code customer} has now, to be changed from there. */
    public static ChangeProfile of(Customer customer) {
        return new ChangeProfile(customer.name(), customer.locale(), customer.zone());
    }

    public ChangeProfile name(String newName) {
        return new ChangeProfile(newName, locale, zone);
    }

    public ChangeProfile locale(Locale language) {
        return new ChangeProfile(name, Optional.of(language), zone);
    }

    public ChangeProfile zone(ZoneId where) {
        return new ChangeProfile(name, locale, Optional.of(where));
    }

    /** Without personal data. */
    @Override
    public String toString() {
        return "ChangeProfile[" + locale + ", " + zone + "]";
    }
}
