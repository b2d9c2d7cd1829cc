package io.rapport.crm.validation;

import static io.rapport.crm.validation.CommandAgreement.assertAgreed;
import static io.rapport.crm.validation.CommandAgreement.optionals;
import static io.rapport.crm.validation.CommandAgreement.texts;

import io.rapport.crm.customer.ChangeProfile;
import io.rapport.crm.customer.ContactKey;
import io.rapport.crm.customer.ContactKind;
import io.rapport.crm.customer.ContactPoint;
import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.customer.CustomerKind;
import io.rapport.crm.customer.RegisterCustomer;
import io.rapport.crm.id.Actor;
import io.rapport.crm.id.CommandKey;
import io.rapport.crm.id.ExternalId;
import io.rapport.crm.loyalty.EarnPoints;
import io.rapport.crm.loyalty.EarnTerms;
import io.rapport.crm.loyalty.EnrolCustomer;
import io.rapport.crm.loyalty.LoyaltyAccountId;
import io.rapport.crm.loyalty.ProgramId;
import io.rapport.crm.loyalty.RedeemPoints;
import io.rapport.crm.playbook.DraftPlaybook;
import io.rapport.crm.playbook.Guard;
import io.rapport.crm.playbook.Procedure;
import io.rapport.crm.playbook.RevisePlaybook;
import io.rapport.crm.playbook.Step;
import io.rapport.crm.playbook.TicketCondition;
import io.rapport.crm.ticket.AssessComplaint;
import io.rapport.crm.ticket.Assignment;
import io.rapport.crm.ticket.ComplaintOutcome;
import io.rapport.crm.ticket.ComplaintSeverity;
import io.rapport.crm.ticket.DecideComplaint;
import io.rapport.crm.ticket.LinkKind;
import io.rapport.crm.ticket.MergeTickets;
import io.rapport.crm.ticket.OpenTicket;
import io.rapport.crm.ticket.Remedy;
import io.rapport.crm.ticket.Resolution;
import io.rapport.crm.ticket.TicketId;
import io.rapport.crm.ticket.TicketImpact;
import io.rapport.crm.ticket.TicketKind;
import io.rapport.crm.ticket.TicketLink;
import io.rapport.crm.ticket.TicketPriority;
import io.rapport.crm.ticket.Triage;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** A host's framework that checks a command by its constraints, and the command itself, accept the same. */
class CommandAgreementProperties {

    @Property
    void earning_points(
            @ForAll("accounts") LoyaltyAccountId account,
            @ForAll("points") long points,
            @ForAll("commandKeys") CommandKey key,
            @ForAll("causes") Optional<String> cause,
            @ForAll("actors") Actor actor) {
        assertAgreed(EarnPoints.class, account, points, key, cause, actor, EarnTerms.STANDARD);
    }

    @Property
    void redeeming_points(
            @ForAll("accounts") LoyaltyAccountId account,
            @ForAll("points") long points,
            @ForAll("commandKeys") CommandKey key,
            @ForAll("causes") Optional<String> cause,
            @ForAll("actors") Actor actor) {
        assertAgreed(RedeemPoints.class, account, points, key, cause, actor);
    }

    @Property
    void enrolling_a_customer(@ForAll("customers") CustomerId customer, @ForAll("programs") ProgramId program) {
        assertAgreed(EnrolCustomer.class, customer, program);
    }

    @Property
    void opening_a_ticket(
            @ForAll("customers") CustomerId customer,
            @ForAll("ticketKinds") TicketKind kind,
            @ForAll("texts200") String subject,
            @ForAll("texts20000") String message,
            @ForAll("externalIds") Optional<ExternalId> externalId,
            @ForAll("triages") Triage triage) {
        assertAgreed(OpenTicket.class, customer, kind, subject, message, externalId, triage);
    }

    @Property
    void sorting_a_ticket(
            @ForAll("ticketPriorities") TicketPriority priority,
            @ForAll("impacts") TicketImpact impact,
            @ForAll("keys64") Optional<String> category,
            @ForAll("tags") Set<String> tags) {
        assertAgreed(Triage.class, priority, impact, category, tags);
    }

    @Property
    void assigning_a_ticket(@ForAll("someActors") Optional<Actor> assignee, @ForAll("keys64") Optional<String> team) {
        assertAgreed(Assignment.class, assignee, team);
    }

    @Property
    void linking_tickets(@ForAll("linkKinds") LinkKind kind, @ForAll("tickets") TicketId ticket) {
        assertAgreed(TicketLink.class, kind, ticket);
    }

    @Property
    void merging_tickets(
            @ForAll("tickets") TicketId source,
            @ForAll("tickets") TicketId target,
            @ForAll boolean acrossCustomers,
            @ForAll("actors") Actor staff) {
        assertAgreed(MergeTickets.class, source, target, acrossCustomers, staff);
    }

    @Property
    void assessing_a_complaint(
            @ForAll("tickets") TicketId complaint,
            @ForAll("severities") ComplaintSeverity severity,
            @ForAll("someActors") Optional<Actor> about,
            @ForAll("keys64") Optional<String> rootCause,
            @ForAll("actors") Actor staff) {
        assertAgreed(AssessComplaint.class, complaint, severity, about, rootCause, staff);
    }

    @Property
    void deciding_a_complaint(
            @ForAll("tickets") TicketId complaint,
            @ForAll("outcomes") ComplaintOutcome outcome,
            @ForAll("remedies") Set<Remedy> remedies,
            @ForAll("actors") Actor staff) {
        assertAgreed(DecideComplaint.class, complaint, outcome, remedies, staff);
    }

    @Property
    void resolving_a_ticket(@ForAll("texts64") String code, @ForAll("texts20000") String solution) {
        assertAgreed(Resolution.class, code, solution);
    }

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

    @Property
    void a_key_of_another_system(@ForAll("texts64") String system, @ForAll("texts190") String key) {
        assertAgreed(ExternalId.class, system, key);
    }

    @Property
    void a_command_key(@ForAll("texts190") String key) {
        assertAgreed(CommandKey.class, key);
    }

    @Property
    void an_actor(@ForAll("texts64") String actor) {
        assertAgreed(Actor.class, actor);
    }

    @Property
    void a_program(@ForAll("texts64") String program) {
        assertAgreed(ProgramId.class, program);
    }

    @Provide
    Arbitrary<Long> points() {
        return Arbitraries.oneOf(Arbitraries.longs(), Arbitraries.of(Long.MIN_VALUE, -1L, 0L, 1L, Long.MAX_VALUE));
    }

    @Provide
    Arbitrary<LoyaltyAccountId> accounts() {
        return Arbitraries.create(() -> new LoyaltyAccountId(new UUID(1, 2))).injectNull(0.1);
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
    Arbitrary<Actor> actors() {
        return Arbitraries.of(Actor.SYSTEM, Actor.of("bea")).injectNull(0.1);
    }

    @Provide
    Arbitrary<ProgramId> programs() {
        return Arbitraries.of("club", "miles").map(ProgramId::of).injectNull(0.1);
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

    @Provide
    Arbitrary<TicketKind> ticketKinds() {
        return Arbitraries.of(TicketKind.class).injectNull(0.1);
    }

    @Provide
    Arbitrary<Triage> triages() {
        return Arbitraries.of(Triage.STANDARD, Triage.STANDARD.tagged("vip")).injectNull(0.1);
    }

    @Provide
    Arbitrary<TicketPriority> ticketPriorities() {
        return Arbitraries.of(TicketPriority.class).injectNull(0.1);
    }

    @Provide
    Arbitrary<TicketImpact> impacts() {
        return Arbitraries.of(TicketImpact.class).injectNull(0.1);
    }

    @Provide
    Arbitrary<LinkKind> linkKinds() {
        return Arbitraries.of(LinkKind.class).injectNull(0.1);
    }

    @Provide
    Arbitrary<TicketId> tickets() {
        return Arbitraries.of(5L, 6L).map(id -> new TicketId(new UUID(5, id))).injectNull(0.1);
    }

    @Provide
    Arbitrary<ComplaintSeverity> severities() {
        return Arbitraries.of(ComplaintSeverity.class).injectNull(0.1);
    }

    @Provide
    Arbitrary<ComplaintOutcome> outcomes() {
        return Arbitraries.of(ComplaintOutcome.class).injectNull(0.1);
    }

    @Provide
    Arbitrary<Set<Remedy>> remedies() {
        return Arbitraries.of(Remedy.class)
                .injectNull(0.1)
                .list()
                .ofMaxSize(3)
                .map(this::setOf)
                .injectNull(0.1);
    }

    @Provide
    Arbitrary<Optional<Actor>> someActors() {
        return optionals(Arbitraries.of(Actor.SYSTEM, Actor.of("bea")));
    }

    @Provide
    Arbitrary<Optional<String>> keys64() {
        return optionals(texts(64));
    }

    @Provide
    Arbitrary<CustomerKind> customerKinds() {
        return Arbitraries.of(CustomerKind.class).injectNull(0.1);
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
    Arbitrary<String> texts4000() {
        return texts(4_000);
    }

    @Provide
    Arbitrary<String> texts20000() {
        return texts(20_000);
    }

    @Provide
    Arbitrary<Optional<ExternalId>> externalIds() {
        return optionals(externalId());
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
    Arbitrary<Set<String>> tags() {
        return texts(64).list().ofMaxSize(3).map(this::setOf).injectNull(0.1);
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

    private <T> Set<T> setOf(List<T> values) {
        return new HashSet<>(values);
    }
}
