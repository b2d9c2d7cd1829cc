package io.rapport.crm.validation;

import static io.rapport.crm.validation.CommandAgreement.assertAgreed;
import static io.rapport.crm.validation.CommandAgreement.optionals;

import io.rapport.crm.customer.ChangeProfile;
import io.rapport.crm.customer.ContactKey;
import io.rapport.crm.customer.ContactKind;
import io.rapport.crm.customer.ContactPoint;
import io.rapport.crm.customer.CustomerKind;
import io.rapport.crm.customer.RegisterCustomer;
import io.rapport.crm.id.ExternalId;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A host's framework that checks the commands about customers, and the commands themselves, accept the same. */
class CustomerAgreementProperties extends AgreementProperties {

    @Property
    void registering_a_customer(
            @ForAll("customerKinds") CustomerKind kind,
            @ForAll("texts200") String name,
            @ForAll("locales") Optional<Locale> locale,
            @ForAll("zones") Optional<ZoneId> zone,
            @ForAll("contactPoints") List<ContactPoint> contactPoints,
            @ForAll("externalIdSets") Set<ExternalId> externalIds,
            @ForAll("tags") Set<String> tags) {
        assertAgreed(RegisterCustomer.class, kind, name, locale, zone, contactPoints, externalIds, tags);
    }

    @Property
    void changing_a_profile(
            @ForAll("texts200") String name,
            @ForAll("locales") Optional<Locale> locale,
            @ForAll("zones") Optional<ZoneId> zone) {
        assertAgreed(ChangeProfile.class, name, locale, zone);
    }

    @Provide
    Arbitrary<CustomerKind> customerKinds() {
        return Arbitraries.of(CustomerKind.class).injectNull(0.1);
    }

    @Provide
    Arbitrary<Set<ExternalId>> externalIdSets() {
        return externalId().injectNull(0.1).list().ofMaxSize(3).map(this::setOf).injectNull(0.1);
    }

    @Provide
    Arbitrary<List<ContactPoint>> contactPoints() {
        ContactKey key = ContactKey.email("ann@example.com");
        return Arbitraries.of(
                        ContactPoint.email("ann@example.com"),
                        new ContactPoint(ContactKind.EMAIL, "Ann", Optional.of(key), true),
                        ContactPoint.phone("12", "GB"))
                .injectNull(0.1)
                .list()
                .ofMaxSize(3)
                .injectNull(0.1);
    }

    @Provide
    Arbitrary<Optional<Locale>> locales() {
        return optionals(Arbitraries.of(Locale.ROOT, Locale.GERMAN));
    }

    @Provide
    Arbitrary<Optional<ZoneId>> zones() {
        return optionals(Arbitraries.of("Europe/Zagreb", "Asia/Tokyo").map(ZoneId::of));
    }

    private Arbitrary<ExternalId> externalId() {
        return Arbitraries.of("user-17", "user-18").map(key -> ExternalId.of("shop", key));
    }
}
