package io.rapport.crm.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.rapport.crm.customer.ChangeProfile;
import io.rapport.crm.customer.ContactKey;
import io.rapport.crm.customer.ContactPoint;
import io.rapport.crm.customer.Customer;
import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.customer.CustomerRepository;
import io.rapport.crm.customer.Customers;
import io.rapport.crm.customer.HandleCustomer;
import io.rapport.crm.customer.HandlingProfile;
import io.rapport.crm.customer.RegisterCustomer;
import io.rapport.crm.customer.RequiredSkill;
import io.rapport.crm.fault.AlreadyExistsException;
import io.rapport.crm.fault.NotFoundException;
import io.rapport.crm.id.Actor;
import io.rapport.crm.id.ExternalId;
import io.rapport.crm.store.Page;
import io.rapport.crm.store.PageRequest;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How customers are kept and found. */
public abstract class CustomerRepositoryContract extends StoreContract {

    private static final RegisterCustomer ANN = RegisterCustomer.person("Ann Example")
            .with(ContactPoint.email("Ann <Ann@Example.com>"))
            .with(ContactPoint.phone("020 7946 0958", "GB"))
            .with(ExternalId.of("shop", "user-17"))
            .tagged("vip")
            .in(Locale.forLanguageTag("hr-HR"))
            .in(ZoneId.of("Europe/Zagreb"));

    @Test
    void a_customer_comes_back_as_it_was_saved() {
        Customer ann = crm().customers().register(ANN);

        assertThat(crm().customers().find(ann.id())).contains(ann);
        assertThat(ann.registeredAt()).isEqualTo(MONDAY);
        assertThat(ann.changes()).isEmpty();
    }

    @Test
    void the_history_folds_to_the_stored_state() {
        Customers customers = crm().customers();
        Customer ann = customers.register(ANN);
        customers.change(ann.id(), ChangeProfile.of(ann).name("Ann Other").zone(ZoneId.of("Asia/Tokyo")));
        customers.tag(ann.id(), "b2b");
        customers.untag(ann.id(), "vip");
        customers.add(ann.id(), ContactPoint.email("other@example.com").asShared());
        customers.remove(ann.id(), ContactPoint.email("Ann <Ann@Example.com>"));
        customers.handle(ann.id(), HandleCustomer.of(HandlingProfile.STANDARD.followedUp(), Actor.of("bea")));
        Customer last = customers.add(ann.id(), ExternalId.of("erp", "9"));

        assertThat(Customer.fold(customers.history(ann.id()))).isEqualTo(last);
        assertThat(customers.find(ann.id())).contains(last);
        assertThat(last.version()).isEqualTo(8);
    }

    @Test
    void how_a_customer_is_handled_comes_back_as_it_was_saved() {
        Customer ann = crm().customers().register(ANN);
        HandlingProfile profile = HandlingProfile.STANDARD
                .tier("gold")
                .demanding("Was passed around, twice")
                .playbook("one-face")
                .skill(RequiredSkill.of("patience", 4));

        Customer handled = crm().customers().handle(ann.id(), HandleCustomer.of(profile, Actor.of("bea")));

        assertThat(crm().customers().find(ann.id())).contains(handled);
        assertThat(handled.handling()).isEqualTo(profile);
        Customer again = crm().customers().handle(ann.id(), HandleCustomer.of(HandlingProfile.STANDARD, Actor.SYSTEM));
        assertThat(crm().customers().find(ann.id())).contains(again);
        assertThat(again.handling()).isEqualTo(HandlingProfile.STANDARD);
    }

    @Test
    void a_customer_is_found_by_the_hosts_own_key() {
        Customer ann = crm().customers().register(ANN);

        assertThat(crm().customers().find(ExternalId.of("shop", "user-17"))).contains(ann);
        assertThat(crm().customers().find(ExternalId.of("shop", "user-1"))).isEmpty();
        assertThat(crm().customers().find(ExternalId.of("erp", "user-17"))).isEmpty();
        assertThat(otherCrm().customers().find(ExternalId.of("shop", "user-17")))
                .isEmpty();
    }

    @Test
    void a_customer_is_found_by_any_spelling_of_a_contact_point() {
        Customer ann = crm().customers().register(ANN);

        assertThat(crm().customers().findByContact(ContactKey.email("\"A. E.\" <ANN@EXAMPLE.COM>")))
                .containsExactly(ann);
        assertThat(crm().customers()
                        .findByContact(
                                ContactKey.phone("+44 (0) 20 7946 0958", "US").orElseThrow()))
                .containsExactly(ann);
        assertThat(crm().customers().findByContact(ContactKey.email("nn@example.com")))
                .isEmpty();
        assertThat(otherCrm().customers().findByContact(ContactKey.email("ann@example.com")))
                .isEmpty();
    }

    @Test
    void a_contact_key_belongs_to_one_live_customer() {
        crm().customers().register(ANN);
        RegisterCustomer twin = RegisterCustomer.person("Twin").with(ContactPoint.email("ann@example.com"));

        assertThatExceptionOfType(AlreadyExistsException.class)
                .isThrownBy(() -> crm().customers().register(twin))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("contactPoints"))
                .withMessageNotContaining("ann@example.com");

        assertThat(crm().customers().count()).isEqualTo(1);
        assertThat(crm().outbox().size()).isEqualTo(1);
        assertThat(otherCrm().customers().register(twin).name()).isEqualTo("Twin");
    }

    @Test
    void a_shared_contact_point_may_belong_to_several() {
        RegisterCustomer family = RegisterCustomer.person("One")
                .with(ContactPoint.phone("+442079460958", "GB").asShared());
        Customer one = crm().customers().register(family);
        Customer two = crm().customers().register(family);

        assertThat(crm().customers()
                        .findByContact(ContactKey.phone("+442079460958", "GB").orElseThrow()))
                .containsExactlyInAnyOrder(one, two);
    }

    @Test
    void an_external_id_belongs_to_one_live_customer() {
        Customer ann = crm().customers().register(ANN);
        Customer bob = crm().customers().register(RegisterCustomer.person("Bob"));

        assertThatExceptionOfType(AlreadyExistsException.class)
                .isThrownBy(() -> crm().customers().add(bob.id(), ExternalId.of("shop", "user-17")))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("externalIds"));

        assertThat(crm().customers().find(bob.id())).contains(bob);
        assertThat(crm().customers().find(ExternalId.of("shop", "user-17"))).contains(ann);
    }

    @Test
    void deleting_a_customer_frees_the_keys_and_keeps_the_history() {
        Customer ann = crm().customers().register(ANN);

        Customer deleted = crm().customers().delete(ann.id());
        Customer again = crm().customers().register(ANN);

        assertThat(crm().customers().find(ExternalId.of("shop", "user-17"))).contains(again);
        assertThat(crm().customers().findByContact(ContactKey.email("ann@example.com")))
                .containsExactly(again);
        assertThat(crm().customers().find(ann.id())).contains(deleted);
        assertThat(crm().customers().history(ann.id())).hasSize(2);
        assertThat(crm().customers().count()).isEqualTo(1);
    }

    @Test
    void a_removed_contact_point_is_free_for_others() {
        Customer ann = crm().customers().register(ANN);
        crm().customers().remove(ann.id(), ContactPoint.email("Ann <Ann@Example.com>"));

        Customer heir =
                crm().customers().register(RegisterCustomer.person("Heir").with(ContactPoint.email("ann@example.com")));

        assertThat(crm().customers().findByContact(ContactKey.email("ann@example.com")))
                .containsExactly(heir);
    }

    @Test
    void an_unknown_customer_cannot_be_changed() {
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> crm().customers().tag(new CustomerId(ids.next()), "vip"));
    }

    @Test
    void many_new_customers_are_saved_in_one_go() {
        List<Customer> many = IntStream.range(0, 250)
                .mapToObj(i -> Customer.register(
                        new CustomerId(ids.next()),
                        RegisterCustomer.person("Customer " + i)
                                .with(ExternalId.of("shop", "c" + i))
                                .with(ContactPoint.email("c" + i + "@example.com")),
                        aMinuteLater()))
                .toList();

        write(CustomerRepository.class, customers -> customers.saveNew(many, false));

        assertThat(crm().customers().count()).isEqualTo(250);
        assertThat(crm().outbox().size()).isZero();
        assertThat(crm().customers().history(many.get(7).id())).hasSize(1);
        assertThat(crm().customers().findByContact(ContactKey.email("c249@example.com")))
                .hasSize(1);
        Map<ExternalId, CustomerId> known = read(
                CustomerRepository.class,
                customers -> customers.idsOf(Set.of(ExternalId.of("shop", "c3"), ExternalId.of("shop", "none"))));
        assertThat(known)
                .isEqualTo(Map.of(ExternalId.of("shop", "c3"), many.get(3).id()));
    }

    @Test
    void pages_stay_stable_while_rows_are_added() {
        List<CustomerId> registered = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            registered.add(crm().customers()
                    .register(RegisterCustomer.person("Customer " + i))
                    .id());
            if (i % 2 == 0) {
                aMinuteLater();
            }
        }

        List<CustomerId> seen = new ArrayList<>();
        Optional<Page<Customer>> page = Optional.of(crm().customers().page(PageRequest.first(3)));
        while (page.isPresent()) {
            page.get().items().forEach(customer -> seen.add(customer.id()));
            Customer early = Customer.register(
                    new CustomerId(ids.next()), RegisterCustomer.person("Early"), MONDAY.minusSeconds(60));
            write(CustomerRepository.class, customers -> customers.save(early));
            page = page.get().next().map(next -> crm().customers().page(PageRequest.after(next, 3)));
        }

        assertThat(seen).containsExactlyInAnyOrderElementsOf(registered);
        assertThat(otherCrm().customers().page(PageRequest.first(10)).items()).isEmpty();
    }
}
