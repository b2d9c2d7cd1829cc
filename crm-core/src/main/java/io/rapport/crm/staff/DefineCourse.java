package io.rapport.crm.staff;

import com.google.common.collect.ImmutableSet;
import io.rapport.crm.fault.Constructible;
import io.rapport.crm.fault.Require;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import java.util.Set;

/**
 * What a course is: asks for a new one, or for the next revision of one.
 *
 * <pre>{@code
 * DefineCourse.titled("Handling complaints")
 *         .certifying(CertificationGrant.of(Certification.of("complaints"))
 *                 .valid(Validity.of(Period.ofMonths(12)).renewableInTheLast(60)))
 *         .teaching(Skill.of("de-escalation").at(3));
 * }</pre>
 *
 * @param title at most 200 characters
 * @param certification what completing it certifies
 * @param skills what completing it raises skills to, no two of the same skill
 */
public record DefineCourse(
        @NotBlank @Size(max = 200) String title,
        @NotNull Optional<@Valid CertificationGrant> certification,
        @NotNull Set<@NotNull @Valid SkillLevel> skills) {

    static final int MAX_TITLE = 200;

    @Constructible(DefineCourse.class)
    public DefineCourse {
        Require.text("title", title, MAX_TITLE);
        Require.present("certification", certification);
        skills = Require.set("skills", skills);
        SkillLevel.requireDistinct(skills);
    }

    /** A course that grants nothing yet. */
    public static DefineCourse titled(String title) {
        return new DefineCourse(title, Optional.empty(), Set.of());
    }

    public DefineCourse certifying(CertificationGrant grant) {
        return new DefineCourse(title, Optional.of(grant), skills);
    }

    public DefineCourse teaching(SkillLevel skill) {
        Set<SkillLevel> more = ImmutableSet.<SkillLevel>builder()
                .addAll(skills)
                .add(Require.present("skill", skill))
                .build();
        return new DefineCourse(title, certification, more);
    }
}
