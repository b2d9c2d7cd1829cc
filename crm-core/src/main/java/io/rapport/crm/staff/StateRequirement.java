package io.rapport.crm.staff;

import io.rapport.crm.fault.Require;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import java.util.Set;

/**
 * Says which certifications a task asks for, instead of what was said before.
 *
 * @param channel only for work on this channel, by the host's own name for it, at most 64 characters; empty for all
 * @param certifications none to ask for nothing
 */
public record StateRequirement(
        @NotNull Task task,

        @NotNull
        Optional<
                        @Pattern(
                                regexp = Require.VISIBLE,
                                message = "{jakarta.validation.constraints.NotBlank.message}")
                        @Size(max = 64) String>
                channel,

        @NotNull Set<@NotNull @Valid Certification> certifications) {

    static final int MAX_CHANNEL = 64;

    public StateRequirement {
        Require.present("task", task);
        Require.present("channel", channel).ifPresent(name -> Require.text("channel", name, MAX_CHANNEL));
        certifications = Require.set("certifications", certifications);
    }

    /** On every channel. */
    public static StateRequirement of(Task task, Set<Certification> certifications) {
        return new StateRequirement(task, Optional.empty(), certifications);
    }

    public StateRequirement on(String channelName) {
        return new StateRequirement(task, Optional.of(channelName), certifications);
    }
}
