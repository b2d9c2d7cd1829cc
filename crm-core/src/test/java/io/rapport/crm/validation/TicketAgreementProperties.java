package io.rapport.crm.validation;

import static io.rapport.crm.validation.CommandAgreement.assertAgreed;
import static io.rapport.crm.validation.CommandAgreement.optionals;
import static io.rapport.crm.validation.CommandAgreement.texts;

import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.id.Actor;
import io.rapport.crm.id.ExternalId;
import io.rapport.crm.ticket.AssessComplaint;
import io.rapport.crm.ticket.Assignment;
import io.rapport.crm.ticket.ComplaintOutcome;
import io.rapport.crm.ticket.ComplaintSeverity;
import io.rapport.crm.ticket.DecideComplaint;
import io.rapport.crm.ticket.LinkKind;
import io.rapport.crm.ticket.MergeTickets;
import io.rapport.crm.ticket.OpenTicket;
import io.rapport.crm.ticket.Remedy;
import io.rapport.crm.ticket.Resolution;
import io.rapport.crm.ticket.TicketId;
import io.rapport.crm.ticket.TicketImpact;
import io.rapport.crm.ticket.TicketKind;
import io.rapport.crm.ticket.TicketLink;
import io.rapport.crm.ticket.TicketPriority;
import io.rapport.crm.ticket.Triage;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A host's framework that checks the commands about tickets, and the commands themselves, accept the same. */
class TicketAgreementProperties extends AgreementProperties {

    @Property
    void opening_a_ticket(
            @ForAll("customers") CustomerId customer,
            @ForAll("ticketKinds") TicketKind kind,
            @ForAll("texts200") String subject,
            @ForAll("texts20000") String message,
            @ForAll("externalIds") Optional<ExternalId> externalId,
            @ForAll("triages") Triage triage) {
        assertAgreed(OpenTicket.class, customer, kind, subject, message, externalId, triage);
    }

    @Property
    void sorting_a_ticket(
            @ForAll("ticketPriorities") TicketPriority priority,
            @ForAll("impacts") TicketImpact impact,
            @ForAll("keys64") Optional<String> category,
            @ForAll("tags") Set<String> tags) {
        assertAgreed(Triage.class, priority, impact, category, tags);
    }

    @Property
    void assigning_a_ticket(@ForAll("someActors") Optional<Actor> assignee, @ForAll("keys64") Optional<String> team) {
        assertAgreed(Assignment.class, assignee, team);
    }

    @Property
    void linking_tickets(@ForAll("linkKinds") LinkKind kind, @ForAll("tickets") TicketId ticket) {
        assertAgreed(TicketLink.class, kind, ticket);
    }

    @Property
    void merging_tickets(
            @ForAll("tickets") TicketId source,
            @ForAll("tickets") TicketId target,
            @ForAll boolean acrossCustomers,
            @ForAll("actors") Actor staff) {
        assertAgreed(MergeTickets.class, source, target, acrossCustomers, staff);
    }

    @Property
    void assessing_a_complaint(
            @ForAll("tickets") TicketId complaint,
            @ForAll("severities") ComplaintSeverity severity,
            @ForAll("someActors") Optional<Actor> about,
            @ForAll("keys64") Optional<String> rootCause,
            @ForAll("actors") Actor staff) {
        assertAgreed(AssessComplaint.class, complaint, severity, about, rootCause, staff);
    }

    @Property
    void deciding_a_complaint(
            @ForAll("tickets") TicketId complaint,
            @ForAll("outcomes") ComplaintOutcome outcome,
            @ForAll("remedies") Set<Remedy> remedies,
            @ForAll("actors") Actor staff) {
        assertAgreed(DecideComplaint.class, complaint, outcome, remedies, staff);
    }

    @Property
    void resolving_a_ticket(@ForAll("texts64") String code, @ForAll("texts20000") String solution) {
        assertAgreed(Resolution.class, code, solution);
    }

    @Provide
    Arbitrary<TicketKind> ticketKinds() {
        return Arbitraries.of(TicketKind.class).injectNull(0.1);
    }

    @Provide
    Arbitrary<Triage> triages() {
        return Arbitraries.of(Triage.STANDARD, Triage.STANDARD.tagged("vip")).injectNull(0.1);
    }

    @Provide
    Arbitrary<TicketPriority> ticketPriorities() {
        return Arbitraries.of(TicketPriority.class).injectNull(0.1);
    }

    @Provide
    Arbitrary<TicketImpact> impacts() {
        return Arbitraries.of(TicketImpact.class).injectNull(0.1);
    }

    @Provide
    Arbitrary<LinkKind> linkKinds() {
        return Arbitraries.of(LinkKind.class).injectNull(0.1);
    }

    @Provide
    Arbitrary<TicketId> tickets() {
        return Arbitraries.of(5L, 6L).map(id -> new TicketId(new UUID(5, id))).injectNull(0.1);
    }

    @Provide
    Arbitrary<ComplaintSeverity> severities() {
        return Arbitraries.of(ComplaintSeverity.class).injectNull(0.1);
    }

    @Provide
    Arbitrary<ComplaintOutcome> outcomes() {
        return Arbitraries.of(ComplaintOutcome.class).injectNull(0.1);
    }

    @Provide
    Arbitrary<Set<Remedy>> remedies() {
        return Arbitraries.of(Remedy.class)
                .injectNull(0.1)
                .list()
                .ofMaxSize(3)
                .map(this::setOf)
                .injectNull(0.1);
    }

    @Provide
    Arbitrary<Optional<Actor>> someActors() {
        return optionals(Arbitraries.of(Actor.SYSTEM, Actor.of("bea")));
    }

    @Provide
    Arbitrary<String> texts20000() {
        return texts(20_000);
    }

    @Provide
    Arbitrary<Optional<ExternalId>> externalIds() {
        return optionals(externalId());
    }

    private Arbitrary<ExternalId> externalId() {
        return Arbitraries.of("user-17", "user-18").map(key -> ExternalId.of("shop", key));
    }
}
