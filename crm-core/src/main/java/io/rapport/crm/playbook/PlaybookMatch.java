package io.rapport.crm.playbook;

import io.rapport.crm.fault.Require;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A playbook that is meant for a ticket, and why.
 *
 * @param version the latest version, whose matching rule held
 * @param reasons one for each criterion of the rule, the most telling first; empty for a rule that holds for every ticket
 */
public record PlaybookMatch(Playbook playbook, PlaybookVersion version, List<MatchReason> reasons) {

    private static final Comparator<PlaybookMatch> BEST_FIRST = Comparator.comparing(PlaybookMatch::specificity)
            .reversed()
            .thenComparing(match -> match.playbook().key());

    public PlaybookMatch {
        Require.present("playbook", playbook);
        Require.present("version", version);
        reasons = Require.list("reasons", reasons);
    }

    /**
     * The playbooks that are meant for a ticket, the most specific first, and in the order of their keys where two are
     * equally specific; {@link TicketCondition} says what is more specific. Drafts, retired playbooks and those that are
     * only applied by hand are left out. The order of {@code playbooks} does not matter.
     */
    public static List<PlaybookMatch> among(Collection<Playbook> playbooks, TicketFacts facts) {
        return playbooks.stream()
                .filter(playbook -> playbook.status() == PlaybookStatus.PUBLISHED)
                .map(playbook -> of(playbook, facts))
                .flatMap(Optional::stream)
                .sorted(BEST_FIRST)
                .toList();
    }

    private static Optional<PlaybookMatch> of(Playbook playbook, TicketFacts facts) {
        return playbook.latest()
                .flatMap(version -> version.matching()
                        .flatMap(rule -> rule.reasons(facts))
                        .map(reasons -> new PlaybookMatch(playbook, version, reasons)));
    }

    private Specificity specificity() {
        return Specificity.of(version.matching().orElseGet(TicketCondition::any));
    }
}
