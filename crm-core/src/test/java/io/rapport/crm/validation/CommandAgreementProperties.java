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
import io.rapport.crm.loyalty.EnrolCustomer;
import io.rapport.crm.loyalty.LoyaltyAccountId;
import io.rapport.crm.loyalty.ProgramId;
import io.rapport.crm.loyalty.RedeemPoints;
import io.rapport.crm.staff.AwardCertification;
import io.rapport.crm.staff.Certification;
import io.rapport.crm.staff.CertificationGrant;
import io.rapport.crm.staff.ChangeEmployee;
import io.rapport.crm.staff.DefineCourse;
import io.rapport.crm.staff.RegisterEmployee;
import io.rapport.crm.staff.RevokeCertification;
import io.rapport.crm.staff.Skill;
import io.rapport.crm.staff.SkillLevel;
import io.rapport.crm.staff.StateRequirement;
import io.rapport.crm.staff.Task;
import io.rapport.crm.staff.Validity;
import io.rapport.crm.ticket.OpenTicket;
import io.rapport.crm.ticket.Resolution;
import io.rapport.crm.ticket.TicketKind;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A host's framework that checks a command by its constraints, and the command itself, accept the same. */
class CommandAgreementProperties {

    @Property
    void earning_points(
            @ForAll("accounts") LoyaltyAccountId account,
            @ForAll("points") long points,
            @ForAll("commandKeys") CommandKey key,
            @ForAll("causes") Optional<String> cause,
            @ForAll("actors") Actor actor) {
        assertAgreed(EarnPoints.class, account, points, key, cause, actor);
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
            @ForAll("externalIds") Optional<ExternalId> externalId) {
        assertAgreed(OpenTicket.class, customer, kind, subject, message, externalId);
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

    @Property
    void registering_an_employee(
            @ForAll("actors") Actor actor,
            @ForAll("tags") Set<String> roles,
            @ForAll("skillSets") Set<SkillLevel> skills,
            @ForAll("texts64") String calendar,
            @ForAll("numbers") int capacity) {
        assertAgreed(RegisterEmployee.class, actor, roles, skills, calendar, capacity);
    }

    @Property
    void changing_an_employee(
            @ForAll("tags") Set<String> roles, @ForAll("texts64") String calendar, @ForAll("numbers") int capacity) {
        assertAgreed(ChangeEmployee.class, roles, calendar, capacity);
    }

    @Property
    void awarding_a_certification(@ForAll("grants") CertificationGrant grant, @ForAll("dates") LocalDate on) {
        assertAgreed(AwardCertification.class, grant, on);
    }

    @Property
    void revoking_a_certification(
            @ForAll("certifications") Certification certification,
            @ForAll("dates") LocalDate on,
            @ForAll("texts200") String reason) {
        assertAgreed(RevokeCertification.class, certification, on, reason);
    }

    @Property
    void defining_a_course(
            @ForAll("texts200") String title,
            @ForAll("optionalGrants") Optional<CertificationGrant> certification,
            @ForAll("skillSets") Set<SkillLevel> skills) {
        assertAgreed(DefineCourse.class, title, certification, skills);
    }

    @Property
    void stating_a_requirement(
            @ForAll("tasks") Task task,
            @ForAll("channels") Optional<String> channel,
            @ForAll("certificationSets") Set<Certification> certifications) {
        assertAgreed(StateRequirement.class, task, channel, certifications);
    }

    @Property
    void a_skill_at_a_level(@ForAll("skills") Skill skill, @ForAll("numbers") int level) {
        assertAgreed(SkillLevel.class, skill, level);
    }

    @Property
    void a_skill(@ForAll("texts64") String name) {
        assertAgreed(Skill.class, name);
    }

    @Property
    void a_certification(@ForAll("texts64") String name) {
        assertAgreed(Certification.class, name);
    }

    @Property
    void what_a_course_certifies(
            @ForAll("certifications") Certification certification,
            @ForAll("optionalValidities") Optional<Validity> validity) {
        assertAgreed(CertificationGrant.class, certification, validity);
    }

    @Property
    void how_long_a_certification_holds(@ForAll("numbers") int renewalWindowDays) {
        assertAgreed(Validity.class, Period.ofYears(20), renewalWindowDays);
    }

    @Provide
    Arbitrary<Integer> numbers() {
        return Arbitraries.oneOf(Arbitraries.integers(), Arbitraries.of(-1, 0, 1, 5, 6, 3660, 3661, 10_000, 10_001));
    }

    @Provide
    Arbitrary<Skill> skills() {
        return Arbitraries.of("returns", "german").map(Skill::of).injectNull(0.1);
    }

    @Provide
    Arbitrary<Set<SkillLevel>> skillSets() {
        return Arbitraries.of(Skill.of("returns").at(1), Skill.of("german").at(5))
                .injectNull(0.1)
                .list()
                .ofMaxSize(3)
                .map(this::setOf)
                .injectNull(0.1);
    }

    @Provide
    Arbitrary<Certification> certifications() {
        return Arbitraries.of("complaints", "privacy").map(Certification::of).injectNull(0.1);
    }

    @Provide
    Arbitrary<Set<Certification>> certificationSets() {
        return certifications().list().ofMaxSize(3).map(this::setOf).injectNull(0.1);
    }

    @Provide
    Arbitrary<Optional<Validity>> optionalValidities() {
        return optionals(Arbitraries.of("P12M", "P30D").map(Period::parse).map(Validity::of));
    }

    @Provide
    Arbitrary<CertificationGrant> grants() {
        return Arbitraries.of(
                        CertificationGrant.of(Certification.of("privacy")),
                        CertificationGrant.of(Certification.of("complaints")).valid(Validity.of(Period.ofMonths(12))))
                .injectNull(0.1);
    }

    @Provide
    Arbitrary<Optional<CertificationGrant>> optionalGrants() {
        return optionals(grants());
    }

    @Provide
    Arbitrary<LocalDate> dates() {
        return Arbitraries.of(LocalDate.of(2023, 2, 20), LocalDate.MAX).injectNull(0.1);
    }

    @Provide
    Arbitrary<Task> tasks() {
        return Arbitraries.of(Task.class).injectNull(0.1);
    }

    @Provide
    Arbitrary<Optional<String>> channels() {
        return optionals(texts(64));
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
    Arbitrary<TicketKind> ticketKinds() {
        return Arbitraries.of(TicketKind.class).injectNull(0.1);
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
