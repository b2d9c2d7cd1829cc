package io.rapport.crm.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.rapport.crm.event.IllegalTransitionException;
import io.rapport.crm.fault.InvalidInputException;
import io.rapport.crm.fault.NotFoundException;
import io.rapport.crm.id.Actor;
import io.rapport.crm.id.ExternalId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CustomerTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:30:00Z");
    private static final Instant LATER = NOW.plusSeconds(60);
    private static final ContactPoint EMAIL = ContactPoint.email("Ann@Example.com");
    private static final ContactPoint PHONE = ContactPoint.phone("020 7946 0958", "GB");
    private static final ExternalId USER = ExternalId.of("shop", "user-17");
    private static final Actor BEA = Actor.of("bea");
    private static final HandlingProfile DEMANDING =
            HandlingProfile.STANDARD.tier("gold").demanding("Shouted").skill(RequiredSkill.of("patience", 4));
    private static final RegisterCustomer COMMAND = RegisterCustomer.person("Ann Example")
            .with(EMAIL)
            .with(USER)
            .tagged("vip")
            .in(Locale.GERMAN)
            .in(ZoneId.of("Europe/Vienna"));
    private static final Customer ANN = Customer.register(new CustomerId(new UUID(0, 1)), COMMAND, NOW);

    @Test
    void a_new_customer_is_what_was_asked_for() {
        assertThat(ANN.kind()).isEqualTo(CustomerKind.PERSON);
        assertThat(ANN.name()).isEqualTo("Ann Example");
        assertThat(ANN.locale()).contains(Locale.GERMAN);
        assertThat(ANN.zone()).contains(ZoneId.of("Europe/Vienna"));
        assertThat(ANN.contactPoints()).containsExactly(EMAIL);
        assertThat(ANN.contactKeys()).containsExactly(ContactKey.email("ann@example.com"));
        assertThat(ANN.externalIds()).containsExactly(USER);
        assertThat(ANN.tags()).containsExactly("vip");
        assertThat(ANN.active()).isTrue();
        assertThat(ANN.registeredAt()).isEqualTo(NOW);
        assertThat(ANN.version()).isEqualTo(1);
        assertThat(ANN.savedVersion()).isZero();
    }

    @Test
    void one_address_is_given_once_however_it_is_spelled() {
        ContactPoint again = ContactPoint.email("Ann <ANN@example.com>");

        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> ANN.add(again, LATER))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("contactPoints"));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> Customer.register(ANN.id(), COMMAND.with(again), NOW));
    }

    @Test
    void everybody_is_handled_alike_until_somebody_says_otherwise() {
        assertThat(ANN.handling()).isEqualTo(HandlingProfile.STANDARD);
        assertThat(ANN.handling().needsFollowUp()).isFalse();

        Customer handled = ANN.handle(HandleCustomer.of(DEMANDING, BEA), LATER);

        assertThat(handled.handling()).isEqualTo(DEMANDING);
        assertThat(handled.changes()).endsWith(new CustomerEvent.HandlingChanged(DEMANDING, BEA, LATER));
        assertThat(handled.handle(HandleCustomer.of(DEMANDING, BEA), LATER)).isSameAs(handled);
    }

    @Test
    void the_follow_up_of_a_demanding_customer_may_not_be_left_out() {
        assertThat(DEMANDING.followUp()).isFalse();
        assertThat(DEMANDING.needsFollowUp()).isTrue();
        assertThat(HandlingProfile.STANDARD.followedUp().needsFollowUp()).isTrue();
    }

    @Test
    void why_somebody_is_demanding_stays_out_of_logs() {
        Customer handled = ANN.handle(HandleCustomer.of(DEMANDING, BEA), LATER);

        assertThat(DEMANDING.toString() + handled + handled.changes()).doesNotContain("Shouted");
    }

    @Test
    void who_is_gone_is_not_handled() {
        Customer gone = ANN.delete(LATER);

        assertThatExceptionOfType(IllegalTransitionException.class)
                .isThrownBy(() -> gone.handle(HandleCustomer.of(DEMANDING, BEA), LATER));
    }

    @Test
    void a_profile_changes_as_a_whole() {
        ChangeProfile command =
                ChangeProfile.of(ANN).name("Ann Other").locale(Locale.FRENCH).zone(ZoneId.of("Asia/Tokyo"));

        Customer changed = ANN.change(command, LATER);

        assertThat(ChangeProfile.of(changed)).isEqualTo(command);
        assertThat(changed.registeredAt()).isEqualTo(NOW);
        assertThat(changed.contactPoints()).isEqualTo(ANN.contactPoints());
    }

    private static Stream<UnaryOperator<Customer>> whatIsAlreadySo() {
        return Stream.of(
                ann -> ann.change(ChangeProfile.of(ann), LATER),
                ann -> ann.add(EMAIL, LATER),
                ann -> ann.add(USER, LATER),
                ann -> ann.tag("vip", LATER),
                ann -> ann.untag("lost", LATER));
    }

    @ParameterizedTest
    @MethodSource("whatIsAlreadySo")
    void what_is_already_so_is_no_event(UnaryOperator<Customer> verb) {
        assertThat(verb.apply(ANN)).isSameAs(ANN);
    }

    private static Stream<UnaryOperator<Customer>> whatOnlyALiveCustomerDoes() {
        return Stream.of(
                ann -> ann.change(ChangeProfile.of(ann).name("Ann Other"), LATER),
                ann -> ann.add(PHONE, LATER),
                ann -> ann.remove(EMAIL, LATER),
                ann -> ann.add(ExternalId.of("erp", "9"), LATER),
                ann -> ann.tag("lost", LATER),
                ann -> ann.untag("vip", LATER),
                ann -> ann.delete(LATER));
    }

    @ParameterizedTest
    @MethodSource("whatOnlyALiveCustomerDoes")
    void a_deleted_customer_stays_as_it_is(UnaryOperator<Customer> verb) {
        Customer deleted = ANN.delete(LATER);

        assertThat(deleted.active()).isFalse();
        assertThatExceptionOfType(IllegalTransitionException.class)
                .isThrownBy(() -> verb.apply(deleted))
                .satisfies(refused -> assertThat(refused.state()).isEqualTo("DELETED"));
    }

    @ParameterizedTest
    @MethodSource("whatOnlyALiveCustomerDoes")
    void a_verb_leaves_the_state_before_as_it_was(UnaryOperator<Customer> verb) {
        Customer before = ANN.saved();

        Customer after = verb.apply(before);

        assertThat(after.version()).isEqualTo(2);
        assertThat(after.changes()).hasSize(1);
        assertThat(before).isEqualTo(Customer.fold(ANN.changes()));
    }

    @Test
    void only_a_contact_point_that_is_there_can_be_removed() {
        assertThat(ANN.remove(EMAIL, LATER).contactPoints()).isEmpty();
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> ANN.remove(PHONE, LATER))
                .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain("7946"));
    }

    @Test
    void a_tag_is_a_short_text() {
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> ANN.tag(" ", LATER));
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> ANN.tag("x".repeat(65), LATER));
        assertThat(ANN.tag("x".repeat(64), LATER).tags()).hasSize(2);
    }

    @Test
    void a_contact_point_has_the_key_of_its_own_kind() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> new ContactPoint(ContactKind.PHONE, "Ann", EMAIL.key(), false));
    }

    @Test
    void nothing_prints_personal_data() {
        Customer changed = ANN.add(PHONE, LATER)
                .remove(EMAIL, LATER)
                .change(ChangeProfile.of(ANN).name("Ann Other"), LATER);

        assertThat(COMMAND.toString() + ANN + changed + changed.changes() + ChangeProfile.of(ANN) + EMAIL.key())
                .doesNotContain("Ann")
                .doesNotContainIgnoringCase("example.com")
                .doesNotContain("7946");
    }

    @Test
    void a_history_begins_with_one_registration() {
        CustomerEvent registered = ANN.changes().get(0);

        assertThatIllegalArgumentException().isThrownBy(() -> Customer.fold(List.of(registered, registered)));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> Customer.fold(List.of(new CustomerEvent.Deleted(NOW))));
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> Customer.fold(List.of()));
    }
}
