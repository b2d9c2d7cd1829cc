package io.rapport.crm.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.ticket.MergeRefusedException;
import io.rapport.crm.ticket.MergeRefusedException.Reason;
import io.rapport.crm.ticket.MergeTickets;
import io.rapport.crm.ticket.Ticket;
import io.rapport.crm.ticket.TicketEvent;
import io.rapport.crm.ticket.TicketId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How tickets are merged, and which are not, in any store. */
public abstract class TicketMergeContract extends TicketLifeContract {

    @Test
    void a_merged_ticket_goes_on_in_the_target_and_keeps_its_conversation() {
        CustomerId ann = customer();
        TicketId first = opened(ann);
        TicketId second = opened(ann);
        TicketId third = opened(ann);
        crm().tickets().merge(MergeTickets.of(first, second, BEA));
        crm().tickets().merge(MergeTickets.of(second, third, BEA));

        Ticket taken = crm().tickets().customerMessage(first, "Any news?");

        assertThat(taken.id()).isEqualTo(third);
        assertThat(crm().tickets().current(first)).isEqualTo(taken);
        assertThat(crm().tickets().conversation(first).messages()).hasSize(1);
        assertThat(crm().tickets().history(third))
                .contains(new TicketEvent.MergedIn(second, List.of(), BEA, clock.instant()));
        assertStored(crm().tickets().find(first).orElseThrow());
    }

    @Test
    void a_merge_into_itself_into_a_cycle_or_into_another_customers_ticket_is_refused() {
        TicketId first = opened(customer());
        TicketId second = opened(customer());

        assertRefused(first, first, Reason.SAME_TICKET);
        assertRefused(first, second, Reason.OTHER_CUSTOMER);
        Ticket target =
                crm().tickets().merge(MergeTickets.of(first, second, BEA).betweenCustomers());
        assertThat(target.id()).isEqualTo(second);
        assertRefused(second, first, Reason.CYCLE);
        assertThat(crm().tickets().find(second)).contains(target);
    }

    private void assertRefused(TicketId source, TicketId target, Reason reason) {
        assertThatExceptionOfType(MergeRefusedException.class)
                .isThrownBy(() -> crm().tickets().merge(MergeTickets.of(source, target, BEA)))
                .satisfies(refused -> {
                    assertThat(refused.reason()).isEqualTo(reason);
                    assertThat(refused.field()).isEqualTo("target");
                    assertThat(refused.source()).isEqualTo(source);
                    assertThat(refused.target()).isEqualTo(target);
                });
    }
}
