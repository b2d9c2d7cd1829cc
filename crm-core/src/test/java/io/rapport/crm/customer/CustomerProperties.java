package io.rapport.crm.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.crm.fault.CrmException;
import io.rapport.crm.id.Actor;
import io.rapport.crm.id.ExternalId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Random lives of customers. */
class CustomerProperties {

    private static final Instant START = Instant.parse("2026-03-02T09:30:00Z");

    @FunctionalInterface
    private interface Verb {
        Customer act(Customer customer, Instant now);
    }

    @Property
    void the_history_folds_to_the_state(@ForAll("lives") List<Verb> life) {
        Customer customer = lived(registered(), life);

        assertThat(Customer.fold(customer.changes())).isEqualTo(customer.saved());
        assertThat(customer.version()).isEqualTo(customer.changes().size());
        assertThat(customer.savedVersion()).isZero();
    }

    @Property
    void a_save_halfway_changes_nothing_but_what_is_unsaved(
            @ForAll("lives") List<Verb> first, @ForAll("lives") List<Verb> second) {
        Customer halfway = lived(registered(), first);
        Customer once = lived(halfway, second);
        Customer twice = lived(halfway.saved(), second);

        assertThat(twice.saved()).isEqualTo(once.saved());
        assertThat(twice.savedVersion()).isEqualTo(halfway.version());
        assertThat(twice.changes())
                .isEqualTo(once.changes()
                        .subList(halfway.changes().size(), once.changes().size()));
    }

    @Property
    void no_two_contact_points_ever_have_one_key(@ForAll("lives") List<Verb> life) {
        Customer customer = lived(registered(), life);

        Stream<ContactKey> keys =
                customer.contactPoints().stream().map(ContactPoint::key).flatMap(Optional::stream);
        assertThat(keys).doesNotHaveDuplicates();
    }

    @Property
    void a_verb_makes_one_event_or_returns_the_same_state(@ForAll("lives") List<Verb> life) {
        Customer customer = registered();
        for (Verb verb : life) {
            Customer next = tried(customer, verb);
            assertThat(next == customer || next.version() == customer.version() + 1)
                    .isTrue();
            customer = next;
        }
    }

    @Provide
    Arbitrary<List<Verb>> lives() {
        Arbitrary<Verb> deletion = Arbitraries.of((Verb) Customer::delete);
        return Arbitraries.frequencyOf(
                        Tuple.of(4, profiles()),
                        Tuple.of(8, contacts()),
                        Tuple.of(6, tags()),
                        Tuple.of(4, externalIds()),
                        Tuple.of(4, handlings()),
                        Tuple.of(1, deletion))
                .list()
                .ofMaxSize(25);
    }

    private static Arbitrary<Verb> profiles() {
        return Arbitraries.of(
                (customer, now) -> customer.change(ChangeProfile.of(customer).name("Ann"), now),
                (customer, now) -> customer.change(ChangeProfile.of(customer).name("Ann Other"), now),
                (customer, now) -> customer.change(ChangeProfile.of(customer).locale(Locale.FRENCH), now),
                (customer, now) -> customer.change(ChangeProfile.of(customer).zone(ZoneId.of("Asia/Tokyo")), now));
    }

    private static Arbitrary<Verb> contacts() {
        Arbitrary<ContactPoint> points = Arbitraries.of(
                ContactPoint.email("ann@example.com"),
                ContactPoint.email("Ann <ANN@example.com>"),
                ContactPoint.email("ann@example.com").asShared(),
                ContactPoint.email("other@example.com"),
                ContactPoint.phone("020 7946 0958", "GB"),
                ContactPoint.phone("ask for Ann", "GB"));
        return Arbitraries.oneOf(
                points.map(point -> (customer, now) -> customer.add(point, now)),
                points.map(point -> (customer, now) -> customer.remove(point, now)));
    }

    private static Arbitrary<Verb> tags() {
        Arbitrary<String> tags = Arbitraries.of("vip", "b2b", "lost", " ");
        return Arbitraries.oneOf(
                tags.map(tag -> (customer, now) -> customer.tag(tag, now)),
                tags.map(tag -> (customer, now) -> customer.untag(tag, now)));
    }

    private static Arbitrary<Verb> externalIds() {
        return Arbitraries.of("user-17", "user-18", "user-19")
                .map(key -> (customer, now) -> customer.add(ExternalId.of("shop", key), now));
    }

    private static Arbitrary<Verb> handlings() {
        Actor bea = Actor.of("bea");
        return Arbitraries.of(
                        HandlingProfile.STANDARD,
                        HandlingProfile.STANDARD.tier("gold"),
                        HandlingProfile.STANDARD.demanding("Was passed around"),
                        HandlingProfile.STANDARD.playbook("one-face").skill(RequiredSkill.of("patience", 4)))
                .map(profile -> (customer, now) -> customer.handle(HandleCustomer.of(profile, bea), now));
    }

    private static Customer registered() {
        RegisterCustomer command = RegisterCustomer.person("Ann").tagged("vip");
        return Customer.register(new CustomerId(new UUID(0, 1)), command, START);
    }

    private static Customer lived(Customer from, List<Verb> life) {
        Customer customer = from;
        for (Verb verb : life) {
            customer = tried(customer, verb);
        }
        return customer;
    }

    private static Customer tried(Customer customer, Verb verb) {
        try {
            return verb.act(customer, START.plusSeconds(60 * customer.version()));
        } catch (CrmException refused) {
            return customer;
        }
    }
}
