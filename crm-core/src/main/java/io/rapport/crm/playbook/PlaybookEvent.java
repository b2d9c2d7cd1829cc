package io.rapport.crm.playbook;

import io.rapport.crm.event.DomainEvent;
import io.rapport.crm.id.Actor;
import java.time.Instant;

/** What can happen to a playbook. */
public sealed interface PlaybookEvent extends DomainEvent {

    /** The first event. */
    record Drafted(PlaybookId playbook, String key, String name, Procedure procedure, Actor by, Instant at)
            implements PlaybookEvent {}

    /** There is a draft of the next version, or another one. */
    record Revised(String name, Procedure procedure, Actor by, Instant at) implements PlaybookEvent {}

    /** The draft became a version. */
    record Published(int number, Actor by, Instant at) implements PlaybookEvent {}

    record Retired(Actor by, Instant at) implements PlaybookEvent {}
}
