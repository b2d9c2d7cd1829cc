package io.rapport.crm.ticket;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedSet;
import io.rapport.crm.fault.Constructible;
import io.rapport.crm.fault.Require;
import io.rapport.crm.id.Actor;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Set;

/**
 * Says how far a complaint was right, and what the customer is given for it.
 *
 * @param remedies at least one, unless the complaint is rejected
 * @param staff who decides
 */
public record DecideComplaint(
        @NotNull @Valid TicketId complaint,
        @NotNull ComplaintOutcome outcome,
        @NotNull Set<@NotNull Remedy> remedies,
        @NotNull @Valid Actor staff) {

    @Constructible(DecideComplaint.class)
    public DecideComplaint {
        Require.present("complaint", complaint);
        Require.present("outcome", outcome);
        remedies = ImmutableSortedSet.copyOf(Require.<Remedy>set("remedies", remedies));
        Require.present("staff", staff);
        Require.that(
                outcome == ComplaintOutcome.REJECTED || !remedies.isEmpty(),
                "remedies",
                "are empty",
                "give at least an apology for what is upheld");
    }

    public static DecideComplaint of(TicketId complaint, ComplaintOutcome outcome, Actor staff, Remedy... remedies) {
        return new DecideComplaint(complaint, outcome, ImmutableSet.copyOf(remedies), staff);
    }
}
