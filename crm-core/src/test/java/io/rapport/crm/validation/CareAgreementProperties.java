package io.rapport.crm.validation;

import static io.rapport.crm.validation.CommandAgreement.assertAgreed;
import static io.rapport.crm.validation.CommandAgreement.optionals;

import io.rapport.crm.customer.HandleCustomer;
import io.rapport.crm.customer.HandlingProfile;
import io.rapport.crm.customer.RequiredSkill;
import io.rapport.crm.id.Actor;
import io.rapport.crm.playbook.PlaybookId;
import io.rapport.crm.playbook.VersionRef;
import io.rapport.crm.staff.Relaxation;
import io.rapport.crm.staff.RoutingWeights;
import io.rapport.crm.staff.Skill;
import io.rapport.crm.staff.SkillLevel;
import io.rapport.crm.ticket.CompleteFollowUp;
import io.rapport.crm.ticket.CompleteStep;
import io.rapport.crm.ticket.FollowUpId;
import io.rapport.crm.ticket.FollowUpOutcome;
import io.rapport.crm.ticket.RouteTicket;
import io.rapport.crm.ticket.SkipStep;
import io.rapport.crm.ticket.TicketId;
import io.rapport.crm.ticket.WaiveFollowUp;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** A validator and the constructor agree about commands about the care that a customer needs. */
class CareAgreementProperties extends AgreementProperties {

    @Property
    void handling_a_customer(@ForAll("profiles") HandlingProfile profile, @ForAll("actors") Actor actor) {
        assertAgreed(HandleCustomer.class, profile, actor);
    }

    @Property
    void saying_how_a_customer_is_handled(
            @ForAll("keys64") Optional<String> tier,
            @ForAll boolean demanding,
            @ForAll("keys64") Optional<String> playbook,
            @ForAll("skills") Optional<RequiredSkill> skill,
            @ForAll boolean followUp,
            @ForAll("texts1000") String reason) {
        assertAgreed(HandlingProfile.class, tier, demanding, playbook, skill, followUp, reason);
    }

    @Property
    void requiring_a_skill(@ForAll("texts64") String skill, @ForAll @IntRange(min = -1, max = 7) int level) {
        assertAgreed(RequiredSkill.class, skill, level);
    }

    @Property
    void routing_a_ticket(
            @ForAll("tickets") TicketId ticket,
            @ForAll("skillSets") Set<SkillLevel> skills,
            @ForAll("keys64") Optional<String> channel,
            @ForAll boolean relaxing,
            @ForAll("actors") Actor staff) {
        List<Relaxation> relaxations =
                relaxing ? List.of(new Relaxation.LowerEveryLevel(Duration.ofMinutes(1))) : List.of();
        assertAgreed(RouteTicket.class, ticket, skills, channel, relaxations, RoutingWeights.equal(), staff);
    }

    @Property
    void completing_a_step(
            @ForAll("tickets") TicketId ticket,
            @ForAll("versions") VersionRef playbook,
            @ForAll("texts64") String step,
            @ForAll("texts4000") String note,
            @ForAll("actors") Actor staff) {
        assertAgreed(CompleteStep.class, ticket, playbook, step, note, staff);
    }

    @Property
    void skipping_a_step(
            @ForAll("tickets") TicketId ticket,
            @ForAll("versions") VersionRef playbook,
            @ForAll("texts64") String step,
            @ForAll("texts4000") String reason,
            @ForAll("actors") Actor staff) {
        assertAgreed(SkipStep.class, ticket, playbook, step, reason, staff);
    }

    @Property
    void completing_a_follow_up(
            @ForAll("followUps") FollowUpId followUp,
            @ForAll("outcomes") FollowUpOutcome outcome,
            @ForAll("texts4000") String note,
            @ForAll("actors") Actor staff) {
        assertAgreed(CompleteFollowUp.class, followUp, outcome, note, staff);
    }

    @Property
    void waiving_a_follow_up(
            @ForAll("followUps") FollowUpId followUp,
            @ForAll("texts4000") String reason,
            @ForAll("actors") Actor staff) {
        assertAgreed(WaiveFollowUp.class, followUp, reason, staff);
    }

    @Provide
    Arbitrary<Set<SkillLevel>> skillSets() {
        return Arbitraries.of(Skill.of("returns").at(1), Skill.of("patience").at(5))
                .set()
                .ofMaxSize(2);
    }

    @Provide
    Arbitrary<FollowUpId> followUps() {
        return Arbitraries.create(() -> new FollowUpId(new UUID(9, 9))).injectNull(0.1);
    }

    @Provide
    Arbitrary<FollowUpOutcome> outcomes() {
        return Arbitraries.of(FollowUpOutcome.class).injectNull(0.1);
    }

    @Provide
    Arbitrary<TicketId> tickets() {
        return Arbitraries.create(() -> new TicketId(new UUID(5, 6))).injectNull(0.1);
    }

    @Provide
    Arbitrary<VersionRef> versions() {
        return Arbitraries.create(() -> new VersionRef(new PlaybookId(new UUID(7, 8)), 1))
                .injectNull(0.1);
    }

    @Provide
    Arbitrary<HandlingProfile> profiles() {
        return Arbitraries.of(HandlingProfile.STANDARD, HandlingProfile.STANDARD.tier("gold"))
                .injectNull(0.1);
    }

    @Provide
    Arbitrary<Optional<RequiredSkill>> skills() {
        return optionals(Arbitraries.of(RequiredSkill.of("patience", 1), RequiredSkill.of("patience", 5)));
    }
}
