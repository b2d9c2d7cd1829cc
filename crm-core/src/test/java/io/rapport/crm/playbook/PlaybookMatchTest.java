package io.rapport.crm.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.crm.id.Actor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaybookMatchTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:30:00Z");
    private static final Actor BEA = Actor.of("bea");
    private static final TicketCondition ANY = TicketCondition.any();
    private static final TicketFacts TICKET = TicketFacts.of("COMPLAINT", 3)
            .in("delivery")
            .tagged("fragile")
            .demanding()
            .saying("My e-mail: the parcel arrived BROKEN, and it leaks.");

    @ParameterizedTest
    @CsvSource({
        "my, true",
        "broken, true",
        "Broken, true",
        "broke, false",
        "brokenly, false",
        "e-mail, true",
        "parcel arrived, true",
        "arrived parcel, false",
        "parcel broken, false",
        "leaks, true",
        "leak, false"
    })
    void a_keyword_is_met_by_whole_words_that_stand_together(String keyword, boolean met) {
        assertThat(ANY.keyword(keyword).holds(TICKET)).isEqualTo(met);
    }

    @Test
    void a_criterion_is_met_by_any_of_its_values() {
        assertThat(ANY.category("billing").holds(TICKET)).isFalse();
        assertThat(ANY.category("billing").category("delivery").holds(TICKET)).isTrue();
        assertThat(ANY.kind("QUESTION").kind("COMPLAINT").holds(TICKET)).isTrue();
        assertThat(ANY.tag("vip").tag("fragile").holds(TICKET)).isTrue();
        assertThat(ANY.keyword("lost").keyword("broken").holds(TICKET)).isTrue();
    }

    @Test
    void every_criterion_that_is_named_must_be_met() {
        TicketCondition rule = ANY.category("delivery").keyword("broken").priorityAtLeast(3);

        assertThat(rule.holds(TICKET)).isTrue();
        assertThat(rule.kind("RETURN").holds(TICKET)).isFalse();
        assertThat(rule.priorityAtLeast(4).holds(TICKET)).isFalse();
        assertThat(rule.holds(TicketFacts.of("COMPLAINT", 3).saying("broken"))).isFalse();
    }

    @Test
    void a_rule_for_demanding_customers_holds_for_them_only() {
        assertThat(ANY.demanding().holds(TICKET)).isTrue();
        assertThat(ANY.demanding().holds(TicketFacts.of("COMPLAINT", 3))).isFalse();
        assertThat(ANY.holds(TicketFacts.of("COMPLAINT", 3))).isTrue();
    }

    @Test
    void a_match_says_why() {
        TicketCondition rule = ANY.priorityAtLeast(2)
                .kind("COMPLAINT")
                .demanding()
                .tag("fragile")
                .tag("vip")
                .keyword("leaks")
                .keyword("lost")
                .keyword("broken")
                .category("delivery");

        PlaybookMatch match =
                PlaybookMatch.among(List.of(published("p", rule)), TICKET).get(0);

        assertThat(match.reasons())
                .containsExactly(
                        new MatchReason(Criterion.CATEGORY, List.of("delivery")),
                        new MatchReason(Criterion.KEYWORD, List.of("broken", "leaks")),
                        new MatchReason(Criterion.TAG, List.of("fragile")),
                        new MatchReason(Criterion.DEMANDING_CUSTOMER, List.of("demanding")),
                        new MatchReason(Criterion.KIND, List.of("COMPLAINT")),
                        new MatchReason(Criterion.PRIORITY, List.of("3")));
        assertThat(match.version().number()).isEqualTo(1);
    }

    @Test
    void the_more_specific_rule_comes_first_and_then_the_key() {
        List<Playbook> playbooks = List.of(
                published("catch-all", ANY),
                published("b-category", ANY.category("delivery")),
                published("a-category", ANY.category("delivery")),
                published("keyword", ANY.keyword("broken")),
                published("tag", ANY.tag("fragile")),
                published("demanding", ANY.demanding()),
                published("kind", ANY.kind("COMPLAINT")),
                published("priority-2", ANY.priorityAtLeast(2)),
                published("priority-3", ANY.priorityAtLeast(3)),
                published("category-and-keyword", ANY.category("delivery").keyword("broken")),
                published("category-and-priority", ANY.category("delivery").priorityAtLeast(1)),
                published(
                        "tag-kind-priority",
                        ANY.tag("fragile").kind("COMPLAINT").priorityAtLeast(1)),
                published("other", ANY.category("billing").keyword("broken").tag("fragile")));

        assertThat(keys(PlaybookMatch.among(playbooks, TICKET)))
                .containsExactly(
                        "tag-kind-priority",
                        "category-and-keyword",
                        "category-and-priority",
                        "a-category",
                        "b-category",
                        "keyword",
                        "tag",
                        "demanding",
                        "kind",
                        "priority-3",
                        "priority-2",
                        "catch-all");
    }

    @Property
    void the_order_in_which_playbooks_are_asked_does_not_matter(@ForAll Random random) {
        List<Playbook> playbooks = new ArrayList<>(List.of(
                published("a", ANY),
                published("b", ANY.category("delivery")),
                published("c", ANY.category("delivery")),
                published("d", ANY.keyword("broken").tag("fragile")),
                published("e", ANY.kind("COMPLAINT").priorityAtLeast(3))));
        Collections.shuffle(playbooks, random);

        assertThat(keys(PlaybookMatch.among(playbooks, TICKET))).containsExactly("d", "e", "b", "c", "a");
    }

    @Test
    void drafts_and_retired_playbooks_and_those_applied_by_hand_match_no_ticket() {
        Procedure byHand = Procedure.of(Step.mandatory("call", "Call", "agent"));
        Playbook draft = drafted("draft", byHand.matching(ANY));
        Playbook retired = published("retired", ANY).retire(BEA, NOW);
        Playbook manual = drafted("manual", byHand).publish(BEA, NOW);

        assertThat(PlaybookMatch.among(List.of(draft, retired, manual), TICKET)).isEmpty();
    }

    @Test
    void a_draft_of_the_next_version_is_not_asked() {
        Playbook revised = published("p", ANY.category("delivery"))
                .revise(
                        RevisePlaybook.of(
                                "p",
                                Procedure.of(Step.mandatory("call", "Call", "agent"))
                                        .matching(ANY.category("billing"))),
                        NOW);

        assertThat(PlaybookMatch.among(List.of(revised), TICKET)).hasSize(1);
        assertThat(PlaybookMatch.among(List.of(revised.publish(BEA, NOW)), TICKET))
                .isEmpty();
    }

    @Test
    void facts_print_no_words_of_the_customer() {
        assertThat(TICKET.saying("Ann Example").toString()).doesNotContainIgnoringCase("ann");
    }

    private static List<String> keys(List<PlaybookMatch> matches) {
        return matches.stream().map(match -> match.playbook().key()).toList();
    }

    private static Playbook published(String key, TicketCondition rule) {
        return drafted(
                        key,
                        Procedure.of(Step.mandatory("call", "Call", "agent")).matching(rule))
                .publish(BEA, NOW);
    }

    private static Playbook drafted(String key, Procedure procedure) {
        return Playbook.draft(new PlaybookId(new UUID(0, key.hashCode())), DraftPlaybook.of(key, key, procedure), NOW);
    }
}
