package io.rapport.crm.staff;

import com.google.common.collect.ImmutableSet;
import io.rapport.crm.fault.Require;
import java.time.Duration;
import java.util.Set;

/**
 * What is asked for less after a wait, so that work does not lie for ever when nobody has the skills. Certifications,
 * shifts, capacity and the independence of the handler are never relaxed.
 */
public sealed interface Relaxation {

    /** How long the work must have waited; 0 or more. */
    Duration after();

    /** What is still asked for. */
    Set<SkillLevel> relax(Set<SkillLevel> skills);

    /** What is asked for less, in short English. */
    String explanation();

    /** Asks for a skill one level lower, but never for less than level 1. */
    record LowerLevel(Duration after, Skill skill) implements Relaxation {

        public LowerLevel {
            requireWait(after);
            Require.present("skill", skill);
        }

        @Override
        public Set<SkillLevel> relax(Set<SkillLevel> skills) {
            return skills.stream()
                    .map(asked -> asked.skill().equals(skill) ? lower(asked) : asked)
                    .collect(ImmutableSet.toImmutableSet());
        }

        @Override
        public String explanation() {
            return "after " + after + ": " + skill.name() + " one level lower";
        }
    }

    /** Asks for every skill one level lower, but never for less than level 1. */
    record LowerEveryLevel(Duration after) implements Relaxation {

        public LowerEveryLevel {
            requireWait(after);
        }

        @Override
        public Set<SkillLevel> relax(Set<SkillLevel> skills) {
            return skills.stream().map(Relaxation::lower).collect(ImmutableSet.toImmutableSet());
        }

        @Override
        public String explanation() {
            return "after " + after + ": every skill one level lower";
        }
    }

    /** Does without a skill. */
    record DropSkill(Duration after, Skill skill) implements Relaxation {

        public DropSkill {
            requireWait(after);
            Require.present("skill", skill);
        }

        @Override
        public Set<SkillLevel> relax(Set<SkillLevel> skills) {
            return skills.stream().filter(asked -> !asked.skill().equals(skill)).collect(ImmutableSet.toImmutableSet());
        }

        @Override
        public String explanation() {
            return "after " + after + ": without " + skill.name();
        }
    }

    private static SkillLevel lower(SkillLevel asked) {
        return asked.skill().at(Math.max(1, asked.level() - 1));
    }

    private static void requireWait(Duration after) {
        Require.that(!Require.present("after", after).isNegative(), "after", "is negative", "give 0 or more");
    }
}
