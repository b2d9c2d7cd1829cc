package io.rapport.crm.validation;

import static io.rapport.crm.validation.CommandAgreement.assertAgreed;
import static io.rapport.crm.validation.CommandAgreement.optionals;
import static io.rapport.crm.validation.CommandAgreement.texts;

import io.rapport.crm.id.Actor;
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
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A validator and the constructor agree about the staff. */
class StaffAgreementProperties extends AgreementProperties {

    @Property
    void registering_an_employee(
            @ForAll("actors") Actor actor,
            @ForAll("roles") Set<String> roles,
            @ForAll("skillSets") Set<SkillLevel> skills,
            @ForAll("texts64") String calendar,
            @ForAll("numbers") int capacity) {
        assertAgreed(RegisterEmployee.class, actor, roles, skills, calendar, capacity);
    }

    @Property
    void changing_an_employee(
            @ForAll("roles") Set<String> roles, @ForAll("texts64") String calendar, @ForAll("numbers") int capacity) {
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
    void how_long_a_certification_holds(@ForAll("periods") Period period, @ForAll("numbers") int renewalWindowDays) {
        assertAgreed(Validity.class, period, renewalWindowDays);
    }

    @Provide
    Arbitrary<Integer> numbers() {
        return Arbitraries.oneOf(
                Arbitraries.integers(), Arbitraries.of(-1, 0, 1, 5, 6, 28, 29, 3660, 3661, 10_000, 10_001));
    }

    @Provide
    Arbitrary<Skill> skills() {
        return Arbitraries.of("returns", "german").map(Skill::of).injectNull(0.1);
    }

    @Provide
    Arbitrary<Set<SkillLevel>> skillSets() {
        return Arbitraries.of(
                        Skill.of("returns").at(1),
                        Skill.of("returns").at(2),
                        Skill.of("german").at(5))
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
    Arbitrary<Period> periods() {
        return Arbitraries.of("P20Y", "P12M", "P1M", "P5D", "P0D", "P-1D", "P1M-1D", "P101Y", "P999999999Y")
                .map(Period::parse)
                .injectNull(0.1);
    }

    @Override
    @Provide
    Arbitrary<Actor> actors() {
        return Arbitraries.of("bea", "cy").map(Actor::of).injectNull(0.1);
    }

    @Provide
    Arbitrary<Set<String>> roles() {
        return texts(64).list().ofMaxSize(3).map(this::setOf).injectNull(0.1);
    }
}
