package io.rapport.crm.playbook;

import io.rapport.crm.fault.Constructible;
import io.rapport.crm.fault.Require;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.Optional;

/**
 * Something to do about a problem.
 *
 * <pre>{@code
 * Step.mandatory("call", "Call the customer", "agent").guided("Say sorry first").within(Duration.ofHours(4));
 * }</pre>
 *
 * @param key its name within the playbook, at most 64 characters, compared exactly
 * @param title at most 200 characters
 * @param guidance how to do it, at most 4,000 characters, possibly empty
 * @param mandatory whether the ticket may not be resolved before it is done
 * @param guard when it applies; always, if empty
 * @param ownerRole the host's own name of the role that does it, at most 64 characters
 * @param deadline business time from the moment the playbook is applied, above zero and at most 366 days
 */
public record Step(
        @NotBlank @Size(max = 64) String key,
        @NotBlank @Size(max = 200) String title,
        @NotNull @Size(max = 4_000) String guidance,
        boolean mandatory,
        @NotNull Optional<@Valid Guard> guard,
        @NotBlank @Size(max = 64) String ownerRole,
        @NotNull Optional<Duration> deadline) {

    private static final int MAX_KEY = 64;
    private static final int MAX_TITLE = 200;
    private static final int MAX_GUIDANCE = 4_000;
    private static final Duration MAX_DEADLINE = Duration.ofDays(366);

    @Constructible(Step.class)
    public Step {
        Require.text("key", key, MAX_KEY);
        Require.text("title", title, MAX_TITLE);
        Require.atMost("guidance", guidance, MAX_GUIDANCE);
        Require.present("guard", guard);
        Require.text("ownerRole", ownerRole, MAX_KEY);
        Require.present("deadline", deadline)
                .ifPresent(span -> Require.that(
                        span.compareTo(Duration.ZERO) > 0 && span.compareTo(MAX_DEADLINE) <= 0,
                        "deadline",
                        "is " + span,
                        "give more than zero and at most 366 days"));
    }

    /** A step that must be done before the ticket is resolved. */
    public static Step mandatory(String key, String title, String ownerRole) {
        return new Step(key, title, "", true, Optional.empty(), ownerRole, Optional.empty());
    }

    /** A step that may be skipped or left open. */
    public static Step optional(String key, String title, String ownerRole) {
        return new Step(key, title, "", false, Optional.empty(), ownerRole, Optional.empty());
    }

    public Step guided(String how) {
        return new Step(key, title, how, mandatory, guard, ownerRole, deadline);
    }

    public Step when(Guard holds) {
        return new Step(key, title, guidance, mandatory, Optional.of(holds), ownerRole, deadline);
    }

    /** With a deadline in business time from the moment the playbook is applied. */
    public Step within(Duration businessTime) {
        return new Step(key, title, guidance, mandatory, guard, ownerRole, Optional.of(businessTime));
    }
}
