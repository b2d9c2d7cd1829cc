package io.rapport.crm.validation;

import static io.rapport.crm.validation.CommandAgreement.optionals;
import static io.rapport.crm.validation.CommandAgreement.texts;

import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.id.Actor;
import io.rapport.crm.id.CommandKey;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;

/** Arguments that the commands of several rooms have. */
abstract class AgreementProperties {

    @Provide
    Arbitrary<Actor> actors() {
        return Arbitraries.of(Actor.SYSTEM, Actor.of("bea")).injectNull(0.1);
    }

    @Provide
    Arbitrary<CustomerId> customers() {
        return Arbitraries.create(() -> new CustomerId(new UUID(3, 4))).injectNull(0.1);
    }

    @Provide
    Arbitrary<CommandKey> commandKeys() {
        return Arbitraries.of("order-4711:earn", "k").map(CommandKey::of).injectNull(0.1);
    }

    @Provide
    Arbitrary<Optional<String>> causes() {
        return optionals(texts(190));
    }

    @Provide
    Arbitrary<Optional<String>> keys64() {
        return optionals(texts(64));
    }

    @Provide
    Arbitrary<Set<String>> tags() {
        return texts(64).list().ofMaxSize(3).map(this::setOf).injectNull(0.1);
    }

    @Provide
    Arbitrary<String> texts64() {
        return texts(64);
    }

    @Provide
    Arbitrary<String> texts190() {
        return texts(190);
    }

    @Provide
    Arbitrary<String> texts200() {
        return texts(200);
    }

    @Provide
    Arbitrary<String> texts1000() {
        return texts(1_000);
    }

    @Provide
    Arbitrary<String> texts4000() {
        return texts(4_000);
    }

    final <T> Set<T> setOf(List<T> values) {
        return new HashSet<>(values);
    }
}
