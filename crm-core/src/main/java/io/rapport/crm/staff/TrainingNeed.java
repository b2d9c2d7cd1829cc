package io.rapport.crm.staff;

/**
 * A skill that was missing when work was routed.
 *
 * @param count how often
 */
public record TrainingNeed(Skill skill, int level, long count) {}
