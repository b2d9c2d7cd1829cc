package io.rapport.crm.id;

import java.util.UUID;

/** The typed identity of an aggregate or fact: a record around a UUID, so that a ticket's id never passes for a customer's. */
public interface AggregateId {

    UUID value();
}
