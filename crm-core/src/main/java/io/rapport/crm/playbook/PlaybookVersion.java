package io.rapport.crm.playbook;

import io.rapport.crm.fault.Require;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A procedure as it was published. It never changes.
 *
 * @param number 1 for the first of its playbook, without gaps
 */
public record PlaybookVersion(int number, Procedure procedure, Instant publishedAt) {

    public PlaybookVersion {
        Require.positive("number", number);
        Require.present("procedure", procedure);
        Require.present("publishedAt", publishedAt);
    }

    public List<Step> steps() {
        return procedure.steps();
    }

    /** The tickets it is meant for; if empty, it is only applied by hand. */
    public Optional<TicketCondition> matching() {
        return procedure.matching();
    }
}
