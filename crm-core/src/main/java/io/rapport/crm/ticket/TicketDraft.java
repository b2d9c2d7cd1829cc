package io.rapport.crm.ticket;

import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.id.Actor;
import io.rapport.crm.id.ExternalId;
import io.rapport.crm.playbook.AppliedPlaybook;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The next state of a ticket while it is being made. */
final class TicketDraft {

    private final TicketId id;
    private final CustomerId customer;
    private final TicketKind kind;
    private final String subject;
    private final Optional<ExternalId> externalId;
    private final Instant openedAt;
    private TicketStatus status;
    private Optional<Instant> wakeAt;
    private Optional<Instant> firstResponseAt;
    private Optional<Instant> resolvedAt;
    private Optional<Instant> confirmedAt;
    private Optional<Instant> closedAt;
    private Optional<Resolution> resolution;
    private int reopens;
    private Triage triage;
    private Assignment assignment;
    private Set<Actor> watchers;
    private Set<TicketLink> links;
    private Optional<TicketId> mergedInto;
    private Optional<ComplaintDetails> complaint;
    private List<AppliedPlaybook> playbooks;
    private Optional<Instant> surveyDueAt;
    private Optional<ServiceAgreement> agreement;
    private Optional<TicketPriority> raisedFrom;
    private Optional<Instant> assignedAt;
    long version;
    List<TicketEvent> changes;

    TicketDraft(TicketEvent.Opened event) {
        id = event.ticket();
        customer = event.customer();
        kind = event.kind();
        subject = event.subject();
        externalId = event.externalId();
        openedAt = event.at();
        status = TicketStatus.NEW;
        wakeAt = Optional.empty();
        firstResponseAt = Optional.empty();
        resolvedAt = Optional.empty();
        confirmedAt = Optional.empty();
        closedAt = Optional.empty();
        resolution = Optional.empty();
        triage = event.triage().orElse(Triage.STANDARD);
        assignment = Assignment.NOBODY;
        watchers = Set.of();
        links = Set.of();
        mergedInto = Optional.empty();
        complaint = Optional.empty();
        playbooks = List.of();
        surveyDueAt = Optional.empty();
        agreement = Optional.empty();
        raisedFrom = Optional.empty();
        assignedAt = Optional.empty();
        version = 1;
        changes = List.of();
    }

    TicketDraft(Ticket from) {
        id = from.id();
        customer = from.customer();
        kind = from.kind();
        subject = from.subject();
        externalId = from.externalId();
        openedAt = from.openedAt();
        status = from.status();
        wakeAt = from.wakeAt();
        firstResponseAt = from.firstResponseAt();
        resolvedAt = from.resolvedAt();
        confirmedAt = from.confirmedAt();
        closedAt = from.closedAt();
        resolution = from.resolution();
        reopens = from.reopens();
        triage = from.triage();
        assignment = from.assignment();
        watchers = from.watchers();
        links = from.links();
        mergedInto = from.mergedInto();
        complaint = from.complaint();
        playbooks = from.playbooks();
        surveyDueAt = from.surveyDueAt();
        agreement = from.agreement();
        raisedFrom = from.raisedFrom();
        assignedAt = from.assignedAt();
        version = from.version();
        changes = from.changes();
    }

    void apply(TicketEvent event) {
        if (event instanceof TicketEvent.MessageEvent message) {
            said(message);
        } else if (event instanceof TicketEvent.ProgressEvent progress) {
            progressed(progress);
        } else if (event instanceof TicketEvent.HandlingEvent handling) {
            handled(handling);
        } else if (event instanceof TicketEvent.ComplaintEvent complained) {
            complained(complained);
        } else if (event instanceof TicketEvent.PlanEvent planned) {
            playbooks = TicketPlan.after(playbooks, planned);
        } else if (event instanceof TicketEvent.SurveyEvent survey) {
            surveyDueAt = survey.due();
        } else if (event instanceof TicketEvent.ServiceEvent service) {
            served(service);
        } else {
            throw new IllegalArgumentException(event.getClass().getSimpleName() + " cannot follow an opening");
        }
    }

    private void said(TicketEvent.MessageEvent message) {
        if (message.kind() == MessageKind.CUSTOMER && status == TicketStatus.WAITING_CUSTOMER) {
            moveTo(TicketStatus.OPEN);
        } else if (message.kind().response()) {
            status = status == TicketStatus.NEW ? TicketStatus.OPEN : status;
            firstResponseAt = firstResponseAt.or(() -> Optional.of(message.at()));
        }
    }

    private void progressed(TicketEvent.ProgressEvent event) {
        if (event instanceof TicketEvent.Parked parked) {
            waiting(parked.waitingFor().status(), parked.until());
        } else if (event instanceof TicketEvent.Scheduled scheduled) {
            waiting(TicketStatus.SCHEDULED, Optional.of(scheduled.until()));
        } else if (event instanceof TicketEvent.Resolved resolved) {
            moveTo(TicketStatus.RESOLVED);
            resolvedAt = Optional.of(resolved.at());
            resolution = Optional.of(resolved.resolution());
        } else if (event instanceof TicketEvent.NeedsConfirmed) {
            confirmedAt = Optional.of(event.at());
        } else if (event instanceof TicketEvent.Reopened) {
            reopened();
        } else if (event instanceof TicketEvent.Closed) {
            moveTo(TicketStatus.CLOSED);
            closedAt = Optional.of(event.at());
        } else if (event instanceof TicketEvent.Merged merged) {
            moveTo(TicketStatus.MERGED);
            mergedInto = Optional.of(merged.target());
        } else {
            moveTo(event instanceof TicketEvent.Cancelled ? TicketStatus.CANCELLED : TicketStatus.OPEN);
        }
    }

    private void handled(TicketEvent.HandlingEvent event) {
        if (event instanceof TicketEvent.Assigned assigned) {
            assigned(assigned);
        } else if (event instanceof TicketEvent.WatcherAdded added) {
            watchers = Copies.plus(watchers, added.watcher());
        } else if (event instanceof TicketEvent.WatcherRemoved removed) {
            watchers = Copies.minus(watchers, removed.watcher());
        } else if (event instanceof TicketEvent.Linked linked) {
            links = Copies.plus(links, linked.link());
        } else if (event instanceof TicketEvent.Unlinked unlinked) {
            links = Copies.minus(links, unlinked.link());
        } else if (event instanceof TicketEvent.MergedIn merged) {
            tookIn(merged);
        } else {
            sorted(event);
        }
    }

    private void assigned(TicketEvent.Assigned event) {
        boolean same = assignment.assignee().equals(event.assignment().assignee());
        assignment = event.assignment();
        assignedAt = same ? assignedAt : assignment.assignee().map(assignee -> event.at());
    }

    private void sorted(TicketEvent.HandlingEvent event) {
        if (event instanceof TicketEvent.PriorityChanged changed) {
            triage = triage.priority(changed.priority());
            raisedFrom = Optional.empty();
        } else if (event instanceof TicketEvent.ImpactChanged changed) {
            triage = triage.impact(changed.impact());
        } else if (event instanceof TicketEvent.CategoryChanged changed) {
            triage = triage.category(changed.category());
        } else if (event instanceof TicketEvent.Tagged tagged) {
            triage = triage.tagged(tagged.tag());
        } else if (event instanceof TicketEvent.Untagged untagged) {
            triage = triage.untagged(untagged.tag());
        }
    }

    private void complained(TicketEvent.ComplaintEvent event) {
        complaint = Optional.of(complaint.orElse(ComplaintDetails.UNKNOWN).after(event));
        if (event instanceof TicketEvent.ComplaintAppealed) {
            assignment = assignment.withoutAssignee();
            assignedAt = Optional.empty();
        }
    }

    private void served(TicketEvent.ServiceEvent event) {
        if (event instanceof TicketEvent.ServiceAgreed agreed) {
            agreement = agreed.agreement();
        } else if (event instanceof TicketEvent.PriorityRaised raised) {
            raisedFrom = raisedFrom.or(() -> Optional.of(triage.priority()));
            triage = triage.priority(raised.priority());
        }
    }

    private void tookIn(TicketEvent.MergedIn merged) {
        if (!merged.barred().isEmpty()) {
            complaint = Optional.of(complaint.orElse(ComplaintDetails.UNKNOWN).barring(merged.barred()));
        }
    }

    private void reopened() {
        moveTo(TicketStatus.OPEN);
        resolvedAt = Optional.empty();
        confirmedAt = Optional.empty();
        resolution = Optional.empty();
        surveyDueAt = Optional.empty();
        reopens++;
    }

    private void waiting(TicketStatus state, Optional<Instant> until) {
        status = state;
        wakeAt = until;
    }

    private void moveTo(TicketStatus state) {
        waiting(state, Optional.empty());
    }

    Ticket build() {
        return new Ticket(
                id,
                customer,
                kind,
                subject,
                status,
                wakeAt,
                externalId,
                openedAt,
                firstResponseAt,
                resolvedAt,
                confirmedAt,
                closedAt,
                resolution,
                reopens,
                triage,
                assignment,
                watchers,
                links,
                mergedInto,
                complaint,
                playbooks,
                surveyDueAt,
                agreement,
                raisedFrom,
                assignedAt,
                version,
                changes);
    }
}
