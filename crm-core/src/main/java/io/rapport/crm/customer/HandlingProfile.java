package io.rapport.crm.customer;

import io.rapport.crm.fault.Require;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Optional;

/**
 * How a customer is to be served: what is promised to them, by which playbook and by whom, and whether somebody asks
 * afterwards.
 *
 * <pre>{@code
 * HandlingProfile.STANDARD
 *         .tier("gold")
 *         .demanding("Complained twice about being passed around")
 *         .playbook("one-face")
 *         .skill(RequiredSkill.of("de-escalation", 4));
 * }</pre>
 *
 * @param tier the service tier that policies of service levels match on, at most 64 characters, compared exactly
 * @param demanding whether they are handled with special care
 * @param playbook the key of the playbook that their tickets get, if it is published, before any that would match; at
 *     most 64 characters
 * @param skill what whoever serves them must be able to do
 * @param followUp whether somebody asks after every resolution if their needs are met, also if they are not demanding
 * @param reason why, for the staff to read, at most 1,000 characters, possibly empty
 */
public record HandlingProfile(
        @NotNull Optional<@Pattern(regexp = Require.VISIBLE) @Size(max = 64) String> tier,
        boolean demanding,
        @NotNull Optional<@Pattern(regexp = Require.VISIBLE) @Size(max = 64) String> playbook,
        @NotNull Optional<@Valid RequiredSkill> skill,
        boolean followUp,
        @NotNull @Size(max = 1_000) String reason) {

    /** Like everybody else. */
    public static final HandlingProfile STANDARD =
            new HandlingProfile(Optional.empty(), false, Optional.empty(), Optional.empty(), false, "");

    private static final int MAX_KEY = 64;
    private static final int MAX_REASON = 1_000;

    public HandlingProfile {
        Require.present("tier", tier).ifPresent(key -> Require.text("tier", key, MAX_KEY));
        Require.present("playbook", playbook).ifPresent(key -> Require.text("playbook", key, MAX_KEY));
        Require.present("skill", skill);
        Require.atMost("reason", reason, MAX_REASON);
    }

    public HandlingProfile tier(String key) {
        return new HandlingProfile(Optional.of(key), demanding, playbook, skill, followUp, reason);
    }

    /** With special care. */
    public HandlingProfile demanding(String why) {
        return new HandlingProfile(tier, true, playbook, skill, followUp, why);
    }

    public HandlingProfile playbook(String key) {
        return new HandlingProfile(tier, demanding, Optional.of(key), skill, followUp, reason);
    }

    public HandlingProfile skill(RequiredSkill needed) {
        return new HandlingProfile(tier, demanding, playbook, Optional.of(needed), followUp, reason);
    }

    /** With a follow-up after every resolution. */
    public HandlingProfile followedUp() {
        return new HandlingProfile(tier, demanding, playbook, skill, true, reason);
    }

    /** Whether a follow-up after a resolution may not be left out. */
    public boolean needsFollowUp() {
        return demanding || followUp;
    }

    /** Without the reason. */
    @Override
    public String toString() {
        return "HandlingProfile[" + tier + ", demanding " + demanding + ", " + playbook + ", " + skill + "]";
    }
}
