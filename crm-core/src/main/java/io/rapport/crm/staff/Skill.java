package io.rapport.crm.staff;

import io.rapport.crm.fault.Require;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.io.Serializable;

/**
 * Something that an employee can do better or worse, such as a language or a product, by the host's own name for it.
 *
 * @param name at most 64 characters, compared exactly
 */
public record Skill(@NotBlank @Size(max = 64) String name) implements Serializable {

    static final int MAX_NAME = 64;

    public Skill {
        Require.text("skill", name, MAX_NAME);
    }

    public static Skill of(String name) {
        return new Skill(name);
    }

    /** This skill at a level from 1 to 5. */
    public SkillLevel at(int level) {
        return new SkillLevel(this, level);
    }
}
