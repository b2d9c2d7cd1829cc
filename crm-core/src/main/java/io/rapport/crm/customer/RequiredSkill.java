package io.rapport.crm.customer;

import io.rapport.crm.fault.Require;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * What whoever serves a customer must be able to do.
 *
 * @param skill the host's own name of the skill, at most 64 characters, compared exactly
 * @param level from 1, a beginner, to 5, an expert
 */
public record RequiredSkill(
        @NotBlank @Size(max = 64) String skill,
        @Min(1) @Max(5) int level) {

    public RequiredSkill {
        Require.text("skill", skill, 64);
        Require.between("level", level, 1, 5);
    }

    public static RequiredSkill of(String skill, int level) {
        return new RequiredSkill(skill, level);
    }
}
