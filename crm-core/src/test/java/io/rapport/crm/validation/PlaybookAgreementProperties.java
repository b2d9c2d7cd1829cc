package io.rapport.crm.validation;

import static io.rapport.crm.validation.CommandAgreement.assertAgreed;
import static io.rapport.crm.validation.CommandAgreement.optionals;
import static io.rapport.crm.validation.CommandAgreement.texts;

import io.rapport.crm.id.Actor;
import io.rapport.crm.playbook.DraftPlaybook;
import io.rapport.crm.playbook.Guard;
import io.rapport.crm.playbook.Procedure;
import io.rapport.crm.playbook.RevisePlaybook;
import io.rapport.crm.playbook.Step;
import io.rapport.crm.playbook.TicketCondition;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** A host's framework that checks a playbook by its constraints, and the playbook itself, accept the same. */
class PlaybookAgreementProperties extends AgreementProperties {

    @Property
    void drafting_a_playbook(
            @ForAll("texts64") String key,
            @ForAll("texts200") String name,
            @ForAll("procedures") Procedure procedure,
            @ForAll("actors") Actor actor) {
        assertAgreed(DraftPlaybook.class, key, name, procedure, actor);
    }

    @Property
    void revising_a_playbook(
            @ForAll("texts200") String name, @ForAll("procedures") Procedure procedure, @ForAll("actors") Actor actor) {
        assertAgreed(RevisePlaybook.class, name, procedure, actor);
    }

    @Property
    void a_procedure(@ForAll("stepLists") List<Step> steps, @ForAll("matchings") Optional<TicketCondition> matching) {
        assertAgreed(Procedure.class, steps, matching);
    }

    @Property
    void a_step(
            @ForAll("texts64") String key,
            @ForAll("texts200") String title,
            @ForAll("texts4000") String guidance,
            @ForAll boolean mandatory,
            @ForAll("guards") Optional<Guard> guard,
            @ForAll("texts64") String ownerRole,
            @ForAll("deadlines") Optional<Duration> deadline) {
        assertAgreed(Step.class, key, title, guidance, mandatory, guard, ownerRole, deadline);
    }

    @Property
    void a_condition(
            @ForAll("valueSets") Set<String> categories,
            @ForAll("keywords") Set<String> keywords,
            @ForAll("valueSets") Set<String> tags,
            @ForAll boolean demandingCustomer,
            @ForAll("valueSets") Set<String> kinds,
            @ForAll("priorities") Optional<Integer> priorityAtLeast) {
        assertAgreed(TicketCondition.class, categories, keywords, tags, demandingCustomer, kinds, priorityAtLeast);
    }

    @Property
    void a_guard(@ForAll("conditions") TicketCondition condition, @ForAll("valueSets") Set<String> onceDone) {
        assertAgreed(Guard.class, condition, onceDone);
    }

    @Provide
    Arbitrary<Procedure> procedures() {
        return Arbitraries.of(Procedure.of(Step.mandatory("call", "Call", "agent")))
                .injectNull(0.1);
    }

    @Provide
    Arbitrary<List<Step>> stepLists() {
        Arbitrary<List<Step>> few = Arbitraries.of(
                        Step.mandatory("photo", "Ask for a picture", "agent"),
                        Step.optional("call", "Call", "agent"),
                        Step.optional("answer", "Answer", "agent").when(Guard.once("call")))
                .injectNull(0.05)
                .list()
                .ofMaxSize(3);
        Arbitrary<List<Step>> many = Arbitraries.of(49, 50, 51)
                .map(size -> IntStream.range(0, size)
                        .mapToObj(i -> Step.optional("step-" + i, "Do it", "agent"))
                        .toList());
        return Arbitraries.frequencyOf(Tuple.of(9, few), Tuple.of(1, many)).injectNull(0.05);
    }

    @Provide
    Arbitrary<TicketCondition> conditions() {
        return Arbitraries.of(TicketCondition.any(), TicketCondition.any().demanding())
                .injectNull(0.1);
    }

    @Provide
    Arbitrary<Set<String>> keywords() {
        return Arbitraries.of("broken", "e-mail", "?!", " ", "7")
                .list()
                .ofMaxSize(3)
                .map(this::setOf)
                .injectNull(0.1);
    }

    @Provide
    Arbitrary<Optional<TicketCondition>> matchings() {
        return optionals(
                Arbitraries.of(TicketCondition.any(), TicketCondition.any().keyword("broken")));
    }

    @Provide
    Arbitrary<Optional<Guard>> guards() {
        return optionals(Arbitraries.of(
                Guard.once("photo"), Guard.when(TicketCondition.any().demanding())));
    }

    @Provide
    Arbitrary<Optional<Duration>> deadlines() {
        return optionals(Arbitraries.of(
                Duration.ofHours(4),
                Duration.ofDays(366),
                Duration.ofDays(366).plusNanos(1),
                Duration.ZERO,
                Duration.ofSeconds(-1)));
    }

    @Provide
    Arbitrary<Optional<Integer>> priorities() {
        return optionals(Arbitraries.of(-1, 0, 1, 100, 101));
    }

    @Provide
    Arbitrary<Set<String>> valueSets() {
        Arbitrary<Set<String>> few = texts(64).list().ofMaxSize(3).map(this::setOf);
        Arbitrary<Set<String>> many = Arbitraries.of(19, 20, 21)
                .map(size -> setOf(
                        IntStream.range(0, size).mapToObj(i -> "value " + i).toList()));
        return Arbitraries.oneOf(few, many).injectNull(0.1);
    }
}
