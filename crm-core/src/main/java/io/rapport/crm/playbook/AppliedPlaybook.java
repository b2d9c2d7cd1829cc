package io.rapport.crm.playbook;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.rapport.crm.fault.Require;
import io.rapport.crm.id.Actor;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A playbook's version as it is followed for one ticket: a frozen copy, and what has become of its steps. Neither later
 * versions nor retirement reach it. Steps may be settled in any order that their guards allow. Immutable; every verb
 * returns the next state or throws a {@link StepRefusedException}.
 *
 * <p>A step's deadline is business time from {@link #appliedAt}; the instant depends on a calendar, which is not known
 * here.
 *
 * @param key the playbook's key
 * @param version the frozen copy
 * @param ruledOut the keys of steps whose condition did not hold for the ticket when the playbook was applied
 * @param settled what has become of steps that are no longer open, by key
 */
public record AppliedPlaybook(
        PlaybookId playbook,
        String key,
        PlaybookVersion version,
        Instant appliedAt,
        Set<String> ruledOut,
        Map<String, Settlement> settled) {

    public AppliedPlaybook {
        Require.present("playbook", playbook);
        Require.present("key", key);
        Require.present("version", version);
        Require.present("appliedAt", appliedAt);
        ruledOut = Require.set("ruledOut", ruledOut);
        settled = ImmutableMap.copyOf(Require.present("settled", settled));
        requireKnown("ruledOut", version, ruledOut);
        requireKnown("settled", version, settled.keySet());
    }

    static AppliedPlaybook of(PlaybookId id, String key, PlaybookVersion version, TicketFacts facts, Instant now) {
        Set<String> ruledOut = version.steps().stream()
                .filter(step -> step.guard()
                        .filter(guard -> !guard.condition().holds(facts))
                        .isPresent())
                .map(Step::key)
                .collect(ImmutableSet.toImmutableSet());
        return new AppliedPlaybook(id, key, version, now, ruledOut, Map.of());
    }

    /** {@link #complete(String, Actor, String, Instant)} without a note. */
    public AppliedPlaybook complete(String step, Actor actor, Instant now) {
        return complete(step, actor, "", now);
    }

    /**
     * The step is done.
     *
     * @param note what was found, at most 4,000 characters, possibly empty
     */
    public AppliedPlaybook complete(String step, Actor actor, String note, Instant now) {
        String verb = "be completed";
        requireOpen(step, verb);
        return with(step, new Settlement(StepState.DONE, actor, now, note));
    }

    /**
     * The step is left out. Mandatory steps cannot be.
     *
     * @param reason why, at most 4,000 characters
     */
    public AppliedPlaybook skip(String step, Actor actor, String reason, Instant now) {
        String verb = "be skipped";
        if (requireOpen(step, verb).mandatory()) {
            throw refused(StepRefusedException.Reason.MANDATORY, step, Optional.of(StepState.OPEN), verb);
        }
        return with(step, new Settlement(StepState.SKIPPED, actor, now, reason));
    }

    /**
     * Where a step stands.
     *
     * @throws StepRefusedException if this version has no such step
     */
    public StepState state(String step) {
        return state(known(step, "have a state"));
    }

    /** Who settled a step, and when; empty while it is not settled. */
    public Optional<Settlement> settlement(String step) {
        return Optional.ofNullable(settled.get(step));
    }

    /** The steps that are to be done, in their order. */
    public List<Step> openSteps() {
        return version.steps().stream()
                .filter(step -> state(step) == StepState.OPEN)
                .toList();
    }

    /** The open steps without which the ticket may not be resolved, in their order. */
    public List<Step> openMandatorySteps() {
        return openSteps().stream().filter(Step::mandatory).toList();
    }

    /** Whether no step is open, mandatory or not. */
    public boolean complete() {
        return openSteps().isEmpty();
    }

    /** Which version of which playbook this is a copy of. */
    public VersionRef ref() {
        return new VersionRef(playbook, version.number());
    }

    /** Without steps and notes. */
    @Override
    public String toString() {
        return "AppliedPlaybook[" + playbook.value() + ", version " + version.number() + ", " + settled.keySet() + "]";
    }

    private AppliedPlaybook with(String step, Settlement settlement) {
        Map<String, Settlement> more = ImmutableMap.<String, Settlement>builder()
                .putAll(settled)
                .put(step, settlement)
                .buildOrThrow();
        return new AppliedPlaybook(playbook, key, version, appliedAt, ruledOut, more);
    }

    private StepState state(Step step) {
        return settlement(step.key())
                .map(Settlement::state)
                .orElseGet(() -> applies(step) ? StepState.OPEN : StepState.NOT_APPLICABLE);
    }

    private boolean applies(Step step) {
        return !ruledOut.contains(step.key())
                && step.guard().map(Guard::onceDone).orElse(Set.of()).stream().allMatch(this::done);
    }

    private boolean done(String step) {
        return settlement(step)
                .filter(settlement -> settlement.state() == StepState.DONE)
                .isPresent();
    }

    private Step requireOpen(String key, String verb) {
        Step step = known(key, verb);
        StepState state = state(step);
        if (state == StepState.NOT_APPLICABLE) {
            throw refused(StepRefusedException.Reason.NOT_APPLICABLE, key, Optional.of(state), verb);
        }
        if (state != StepState.OPEN) {
            throw refused(StepRefusedException.Reason.ALREADY_SETTLED, key, Optional.of(state), verb);
        }
        return step;
    }

    private Step known(String step, String verb) {
        return version.steps().stream()
                .filter(one -> one.key().equals(step))
                .findFirst()
                .orElseThrow(() -> refused(StepRefusedException.Reason.UNKNOWN_STEP, step, Optional.empty(), verb));
    }

    private StepRefusedException refused(
            StepRefusedException.Reason reason, String step, Optional<StepState> state, String verb) {
        return new StepRefusedException(reason, ref(), step, state, verb);
    }

    private static void requireKnown(String field, PlaybookVersion version, Collection<String> keys) {
        List<String> known = version.steps().stream().map(Step::key).toList();
        Require.that(known.containsAll(keys), field, "names an unknown step", "name steps of this version");
    }
}
