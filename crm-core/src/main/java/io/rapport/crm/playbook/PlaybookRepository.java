package io.rapport.crm.playbook;

import io.rapport.crm.fault.AlreadyExistsException;
import io.rapport.crm.store.AggregateRepository;
import io.rapport.crm.store.Page;
import io.rapport.crm.store.PageRequest;
import java.util.List;
import java.util.Optional;

/**
 * Where playbooks are kept. Saving refuses, with {@link AlreadyExistsException}, a key that another playbook has, also a
 * retired one, so that a key means one playbook for ever.
 */
public interface PlaybookRepository extends AggregateRepository<PlaybookId, Playbook, PlaybookEvent> {

    /** The playbook with this key, compared exactly. */
    Optional<Playbook> find(String key);

    /** Every playbook that can be applied, by key in the order of UTF-16 units; one round trip. */
    List<Playbook> published();

    /** Every playbook, also drafts and retired ones, by (createdAt, id). */
    Page<Playbook> page(PageRequest request);
}
