package io.rapport.crm.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.rapport.crm.event.IllegalTransitionException;
import io.rapport.crm.fault.AlreadyExistsException;
import io.rapport.crm.fault.NotFoundException;
import io.rapport.crm.id.Actor;
import io.rapport.crm.playbook.DraftPlaybook;
import io.rapport.crm.playbook.Guard;
import io.rapport.crm.playbook.Playbook;
import io.rapport.crm.playbook.PlaybookId;
import io.rapport.crm.playbook.PlaybookRepository;
import io.rapport.crm.playbook.PlaybookVersion;
import io.rapport.crm.playbook.Playbooks;
import io.rapport.crm.playbook.Procedure;
import io.rapport.crm.playbook.RevisePlaybook;
import io.rapport.crm.playbook.Step;
import io.rapport.crm.playbook.TicketCondition;
import io.rapport.crm.playbook.TicketFacts;
import io.rapport.crm.store.Page;
import io.rapport.crm.store.PageRequest;
import io.rapport.crm.store.StaleAggregateException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How playbooks are kept and found. */
public abstract class PlaybookRepositoryContract extends StoreContract {

    private static final Actor BEA = Actor.of("bea");
    private static final Procedure ASK = Procedure.of(Step.mandatory("photo", "Ask for a picture", "agent"));
    private static final Procedure EVERYTHING = Procedure.of(
                    Step.mandatory("photo", "Ask f\u00fcr ein Foto \ud83d\udcf7", "agent")
                            .guided("Say sorry first.\nThen ask.")
                            .within(Duration.ofMinutes(90).plusNanos(1_000)),
                    Step.optional("supplier", "Ask the supplier", "buyer"),
                    Step.mandatory("chief", "Call the customer", "head of support")
                            .when(Guard.when(TicketCondition.any().demanding().priorityAtLeast(3))
                                    .andOnce("photo")
                                    .andOnce("supplier")))
            .matching(TicketCondition.any()
                    .category("delivery")
                    .keyword("kaputt")
                    .keyword("broken")
                    .tag("fragile")
                    .kind("COMPLAINT")
                    .kind("RETURN"));

    @Test
    void a_playbook_comes_back_as_it_was_saved_through_its_whole_life() {
        Playbooks playbooks = crm().playbooks();
        Playbook drafted =
                playbooks.draft(DraftPlaybook.of("broken", "Broken", EVERYTHING).by(BEA));
        assertThat(playbooks.find(drafted.id())).contains(drafted);
        assertThat(playbooks.find("broken")).contains(drafted);

        aMinuteLater();
        Playbook published = playbooks.publish(drafted.id(), BEA);
        assertThat(playbooks.find(drafted.id())).contains(published);

        aMinuteLater();
        Playbook revised = playbooks.revise(drafted.id(), RevisePlaybook.of("Broken parcel", ASK));
        assertThat(playbooks.find(drafted.id())).contains(revised);

        aMinuteLater();
        playbooks.publish(drafted.id(), BEA);
        Playbook retired = playbooks.retire(drafted.id(), BEA);

        assertThat(playbooks.find(drafted.id())).contains(retired);
        assertThat(Playbook.fold(playbooks.history(drafted.id()))).isEqualTo(retired);
        assertThat(retired.version()).isEqualTo(5);
    }

    @Test
    void every_version_that_was_published_can_be_read() {
        Playbooks playbooks = crm().playbooks();
        PlaybookId id = published("broken", EVERYTHING).id();
        Optional<PlaybookVersion> first = playbooks.find(id).flatMap(Playbook::latest);
        aMinuteLater();
        playbooks.revise(id, RevisePlaybook.of("Broken", ASK));
        Optional<PlaybookVersion> second = playbooks.publish(id, BEA).latest();

        assertThat(playbooks.versions(id)).containsExactly(first.orElseThrow(), second.orElseThrow());
        assertThat(playbooks.versions(new PlaybookId(ids.next()))).isEmpty();
    }

    @Test
    void a_key_belongs_to_one_playbook_of_a_tenant_for_ever() {
        Playbook first = published("broken", ASK);
        crm().playbooks().retire(first.id(), BEA);
        DraftPlaybook again = DraftPlaybook.of("broken", "Broken again", ASK);

        assertThatExceptionOfType(AlreadyExistsException.class)
                .isThrownBy(() -> crm().playbooks().draft(again))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("key"));

        assertThat(crm().playbooks().page(PageRequest.first(10)).items()).hasSize(1);
        assertThat(crm().playbooks()
                        .draft(DraftPlaybook.of("Broken", "Capital", ASK))
                        .key())
                .isEqualTo("Broken");
        assertThat(otherCrm().playbooks().draft(again).key()).isEqualTo("broken");
    }

    @Test
    void a_playbook_is_not_seen_from_another_tenant() {
        PlaybookId id = published("broken", EVERYTHING).id();
        Playbooks others = otherCrm().playbooks();

        assertThat(others.find(id)).isEmpty();
        assertThat(others.find("broken")).isEmpty();
        assertThat(others.history(id)).isEmpty();
        assertThat(others.page(PageRequest.first(10)).items()).isEmpty();
        assertThat(others.matches(brokenParcel())).isEmpty();
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> others.retire(id, BEA));
    }

    @Test
    void published_playbooks_come_by_key() {
        published("b", ASK);
        published("A", ASK);
        published("\u00e4", ASK);
        published("a", ASK);
        published("B", ASK);
        crm().playbooks().draft(DraftPlaybook.of("draft", "Draft", ASK));
        crm().playbooks().retire(published("retired", ASK).id(), BEA);

        List<Playbook> found = read(PlaybookRepository.class, PlaybookRepository::published);

        assertThat(found.stream().map(Playbook::key)).containsExactly("A", "B", "a", "b", "\u00e4");
    }

    @Test
    void a_ticket_gets_the_most_specific_playbook() {
        published("everything", ASK.matching(TicketCondition.any()));
        published("manual", ASK);
        Playbook broken = published("broken", EVERYTHING);
        Playbooks playbooks = crm().playbooks();

        assertThat(playbooks.matches(brokenParcel()).stream()
                        .map(match -> match.playbook().key()))
                .containsExactly("broken", "everything");
        assertThat(playbooks.bestMatch(brokenParcel())).hasValueSatisfying(match -> {
            assertThat(match.playbook()).isEqualTo(broken);
            assertThat(match.reasons()).hasSize(4);
        });
        assertThat(playbooks.bestMatch(TicketFacts.of("QUESTION", 1)))
                .hasValueSatisfying(match -> assertThat(match.reasons()).isEmpty());
        assertThat(otherCrm().playbooks().bestMatch(brokenParcel())).isEmpty();
    }

    @Test
    void a_change_that_was_decided_on_an_old_state_is_refused() {
        Playbook old = crm().playbooks().draft(DraftPlaybook.of("broken", "Broken", ASK));
        crm().playbooks().publish(old.id(), BEA);

        assertThatExceptionOfType(StaleAggregateException.class)
                .isThrownBy(() -> crm().playbooks().save(old.retire(BEA, aMinuteLater())))
                .satisfies(refused -> {
                    assertThat(refused.expectedVersion()).isEqualTo(1);
                    assertThat(refused.foundVersion()).isEqualTo(2);
                });
    }

    @Test
    void a_refused_verb_writes_nothing() {
        Playbook published = published("broken", ASK);

        assertThatExceptionOfType(IllegalTransitionException.class)
                .isThrownBy(() -> crm().playbooks().publish(published.id(), BEA));

        assertThat(crm().playbooks().find(published.id())).contains(published);
        assertThat(crm().playbooks().history(published.id())).hasSize(2);
    }

    @Test
    void playbooks_come_page_by_page_in_the_order_in_which_they_were_begun() {
        List<PlaybookId> begun = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            begun.add(
                    crm().playbooks().draft(DraftPlaybook.of("p" + i, "P", ASK)).id());
            aMinuteLater();
        }

        List<PlaybookId> seen = new ArrayList<>();
        Optional<Page<Playbook>> page = Optional.of(crm().playbooks().page(PageRequest.first(2)));
        while (page.isPresent()) {
            page.get().items().forEach(playbook -> seen.add(playbook.id()));
            page = page.get().next().map(next -> crm().playbooks().page(PageRequest.after(next, 2)));
        }

        assertThat(seen).isEqualTo(begun);
    }

    private Playbook published(String key, Procedure procedure) {
        PlaybookId id = crm().playbooks()
                .draft(DraftPlaybook.of(key, "Name of " + key, procedure))
                .id();
        return crm().playbooks().publish(id, BEA);
    }

    private static TicketFacts brokenParcel() {
        return TicketFacts.of("COMPLAINT", 2).in("delivery").tagged("fragile").saying("Alles KAPUTT!");
    }
}
