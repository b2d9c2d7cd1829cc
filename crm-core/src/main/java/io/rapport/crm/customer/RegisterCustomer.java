package io.rapport.crm.customer;

import io.rapport.crm.fault.Require;
import io.rapport.crm.id.ExternalId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Asks for a new customer.
 *
 * <pre>{@code
 * RegisterCustomer.person("Ann Example")
 *         .with(ContactPoint.email("ann@example.com"))
 *         .with(ExternalId.of("shop", "user-17"));
 * }</pre>
 *
 * @param name as they write it, at most 200 characters
 * @param contactPoints no two with the same key
 * @param externalIds the host's own keys for them
 * @param tags each at most 64 characters
 */
public record RegisterCustomer(
        @NotNull CustomerKind kind,
        @NotBlank @Size(max = 200) String name,
        @NotNull Optional<Locale> locale,
        @NotNull Optional<ZoneId> zone,
        @NotNull List<@NotNull @Valid ContactPoint> contactPoints,
        @NotNull Set<@NotNull @Valid ExternalId> externalIds,
        @NotNull Set<@NotBlank @Size(max = 64) String> tags) {

    public RegisterCustomer {
        Require.present("kind", kind);
        Require.text("name", name, Customer.MAX_NAME);
        Require.present("locale", locale);
        Require.present("zone", zone);
        contactPoints = Require.list("contactPoints", contactPoints);
        externalIds = Require.set("externalIds", externalIds);
        tags = Require.set("tags", tags);
        tags.forEach(tag -> Require.text("tags[]", tag, Customer.MAX_TAG));
    }

    public static RegisterCustomer person(String name) {
        return of(CustomerKind.PERSON, name);
    }

    public static RegisterCustomer organisation(String name) {
        return of(CustomerKind.ORGANISATION, name);
    }

    private static RegisterCustomer of(CustomerKind kind, String name) {
        return new RegisterCustomer(kind, name, Optional.empty(), Optional.empty(), List.of(), Set.of(), Set.of());
    }

    public RegisterCustomer with(ContactPoint point) {
        return new RegisterCustomer(kind, name, locale, zone, Copies.plus(contactPoints, point), externalIds, tags);
    }

    public RegisterCustomer with(ExternalId externalId) {
        return new RegisterCustomer(
                kind, name, locale, zone, contactPoints, Copies.plus(externalIds, externalId), tags);
    }

    public RegisterCustomer tagged(String tag) {
        return new RegisterCustomer(kind, name, locale, zone, contactPoints, externalIds, Copies.plus(tags, tag));
    }

    public RegisterCustomer in(Locale language) {
        return new RegisterCustomer(kind, name, Optional.of(language), zone, contactPoints, externalIds, tags);
    }

    public RegisterCustomer in(ZoneId where) {
        return new RegisterCustomer(kind, name, locale, Optional.of(where), contactPoints, externalIds, tags);
    }

    /** Without personal data. */
    @Override
    public String toString() {
        return "RegisterCustomer[" + kind + ", " + externalIds + "]";
    }
}
