package io.rapport.crm.jdbc;

import io.rapport.crm.Crm;
import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.customer.HandleCustomer;
import io.rapport.crm.customer.HandlingProfile;
import io.rapport.crm.customer.RequiredSkill;
import io.rapport.crm.id.Actor;
import io.rapport.crm.playbook.VersionRef;
import io.rapport.crm.ticket.AssessComplaint;
import io.rapport.crm.ticket.Assignment;
import io.rapport.crm.ticket.ComplaintOutcome;
import io.rapport.crm.ticket.ComplaintSeverity;
import io.rapport.crm.ticket.CompleteFollowUp;
import io.rapport.crm.ticket.CompleteStep;
import io.rapport.crm.ticket.DecideComplaint;
import io.rapport.crm.ticket.FollowUpId;
import io.rapport.crm.ticket.FollowUpOutcome;
import io.rapport.crm.ticket.MergeTickets;
import io.rapport.crm.ticket.OpenTicket;
import io.rapport.crm.ticket.Remedy;
import io.rapport.crm.ticket.Resolution;
import io.rapport.crm.ticket.SkipStep;
import io.rapport.crm.ticket.Ticket;
import io.rapport.crm.ticket.TicketId;
import io.rapport.crm.ticket.TicketImpact;
import io.rapport.crm.ticket.TicketKind;
import io.rapport.crm.ticket.TicketLink;
import io.rapport.crm.ticket.TicketPlaybooks;
import io.rapport.crm.ticket.TicketPriority;
import io.rapport.crm.ticket.Tickets;
import io.rapport.crm.ticket.Triage;
import io.rapport.crm.ticket.WaitingFor;
import io.rapport.crm.ticket.WaiveFollowUp;
import java.time.Instant;
import java.util.Optional;

/** Makes the events of tickets that complaints, special care and follow-ups have. */
final class StoredTickets {

    private static final Actor BEA = Actor.of("bea");
    private static final Actor CID = Actor.of("cid");

    private StoredTickets() {}

    /** Everything else that happens to a resolved complaint. */
    static void handle(Crm crm, TicketId broken, Instant now) {
        Tickets tickets = crm.tickets();
        CustomerId ann = tickets.find(broken).orElseThrow().customer();
        tickets.confirm(broken);
        TicketId id = tickets.open(OpenTicket.of(ann, TicketKind.COMPLAINT, "Rude")
                        .sorted(Triage.STANDARD
                                .priority(TicketPriority.HIGH)
                                .category("staff")
                                .tagged("vip")))
                .id();
        tickets.assign(id, Assignment.to(BEA).in("first line"), BEA);
        tickets.changePriority(id, TicketPriority.URGENT, BEA);
        tickets.changeImpact(id, TicketImpact.HIGH, BEA);
        tickets.changeCategory(id, Optional.empty(), BEA);
        tickets.tag(id, "fragile", BEA);
        tickets.untag(id, "vip", BEA);
        tickets.watch(id, CID, BEA);
        tickets.unwatch(id, CID, BEA);
        tickets.link(id, TicketLink.related(broken), BEA);
        tickets.unlink(id, TicketLink.related(broken), BEA);
        tickets.automaticMessage(id, Actor.of("bot"), "We got it");
        tickets.note(id, BEA, "Ask him");
        tickets.start(id, BEA);
        tickets.park(id, WaitingFor.CUSTOMER, now.plusSeconds(60), BEA);
        tickets.customerMessage(id, "It was Cid");
        tickets.logCall(id, BEA, "Listened");
        tickets.park(id, WaitingFor.THIRD_PARTY, BEA);
        tickets.resume(id, BEA);
        tickets.complaints()
                .assess(AssessComplaint.of(id, ComplaintSeverity.SERIOUS, BEA)
                        .about(CID)
                        .causedBy("rudeness"));
        tickets.complaints()
                .decide(DecideComplaint.of(id, ComplaintOutcome.PARTLY, BEA, Remedy.VOUCHER, Remedy.APOLOGY));
        tickets.complaints().appeal(id, "Not fair");
        TicketId target =
                tickets.open(OpenTicket.of(ann, TicketKind.COMPLAINT, "Again")).id();
        tickets.merge(MergeTickets.of(id, target, BEA));
        tickets.cancel(target, "Test", BEA);
        TicketId followUp = tickets.customerMessage(target, "No test").id();
        tickets.start(followUp, BEA);
        tickets.save(tickets.schedule(followUp, now.plusSeconds(60), BEA).wake(now.plusSeconds(90)));
        tickets.resolve(followUp, Resolution.of("explained", ""), Actor.of("eve"));
        tickets.reopen(followUp, "Not understood");
    }

    /** Everything that happens because a customer needs special care. */
    static void care(Crm crm, CustomerId ann) {
        Triage urgent = Triage.STANDARD.priority(TicketPriority.URGENT);
        crm.tickets().open(OpenTicket.of(ann, TicketKind.QUESTION, "A question").saying("Is it BROKEN?"));
        crm.customers()
                .handle(
                        ann,
                        HandleCustomer.of(
                                HandlingProfile.STANDARD
                                        .tier("gold")
                                        .demanding("Was passed around")
                                        .playbook("broken")
                                        .skill(RequiredSkill.of("patience", 4)),
                                BEA));
        Ticket ticket = crm.tickets()
                .open(OpenTicket.of(ann, TicketKind.QUESTION, "Hello?").sorted(urgent));
        VersionRef version = ticket.playbooks().get(0).ref();
        TicketPlaybooks playbooks = crm.tickets().playbooks();
        playbooks.completeStep(
                CompleteStep.of(ticket.id(), version, "photo", BEA).noting("Two of them"));
        playbooks.skipStep(SkipStep.of(ticket.id(), version, "chief", "He is ill", BEA));
        ask(crm, ann, ticket.id());
    }

    /** Everything that happens after a resolution. */
    private static void ask(Crm crm, CustomerId ann, TicketId id) {
        Tickets tickets = crm.tickets();
        tickets.start(id, BEA);
        tickets.resolve(id, Resolution.of("replaced", ""), BEA);
        tickets.tick(1);
        tickets.reopen(id, "Broken again");
        tickets.resolve(id, Resolution.of("replaced", ""), BEA);
        FollowUpId mandatory = tickets.followUps().ofTicket(id).get(1).id();
        tickets.followUps().reassign(mandatory, CID, BEA);
        tickets.followUps()
                .complete(CompleteFollowUp.of(mandatory, FollowUpOutcome.NEEDS_MET, CID)
                        .noting("Very happy"));
        crm.customers().handle(ann, HandleCustomer.of(HandlingProfile.STANDARD, BEA));
        TicketId standard =
                tickets.open(OpenTicket.of(ann, TicketKind.QUESTION, "Hello?")).id();
        tickets.start(standard, BEA);
        tickets.resolve(standard, Resolution.of("answered", ""), BEA);
        FollowUpId optional = tickets.followUps().ofTicket(standard).get(0).id();
        tickets.followUps().waive(WaiveFollowUp.of(optional, "Moved away", BEA));
    }
}
