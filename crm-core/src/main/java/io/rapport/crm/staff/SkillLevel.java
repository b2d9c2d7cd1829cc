package io.rapport.crm.staff;

import io.rapport.crm.fault.Require;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.io.Serializable;
import java.util.Collection;
import java.util.Comparator;

/**
 * How well somebody has a skill, or must have it.
 *
 * @param level from 1, a beginner, to 5, an expert
 */
public record SkillLevel(
        @NotNull @Valid Skill skill, @Min(1) @Max(5) int level) implements Serializable {

    /** The level of an expert. */
    public static final int HIGHEST = 5;

    static final Comparator<SkillLevel> BY_NAME =
            Comparator.comparing((SkillLevel one) -> one.skill().name()).thenComparingInt(SkillLevel::level);

    public SkillLevel {
        Require.present("skill", skill);
        Require.between("level", level, 1, HIGHEST);
    }

    static void requireDistinct(Collection<SkillLevel> skills) {
        Require.that(
                skills.stream().map(SkillLevel::skill).distinct().count() == skills.size(),
                "skills",
                "name one skill twice",
                "give each skill once, with one level");
    }
}
