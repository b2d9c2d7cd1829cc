package io.rapport.crm.quickstart;

import io.rapport.crm.quickstart.csv.RejectedRow;
import io.rapport.crm.quickstart.input.CustomerRow;
import io.rapport.crm.quickstart.input.InteractionRow;
import io.rapport.crm.quickstart.input.OrderRow;
import io.rapport.crm.quickstart.input.SurveyRow;
import io.rapport.crm.quickstart.input.TicketRow;
import io.rapport.crm.quickstart.scorecard.Scorecard;
import io.rapport.crm.quickstart.scorecard.Scorecards;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Stands for the library in tests of the command: remembers what it was given, and refuses orders of strangers. */
final class RecordingRelations implements Relations {

    final List<String> taken = new ArrayList<>();
    final Set<String> customers = new HashSet<>();
    final List<OrderRow> orders = new ArrayList<>();
    boolean closed;

    @Override
    public void takeCustomers(Feed<CustomerRow> feed) {
        taken.add("customers");
        feed.rows().forEach(row -> customers.add(row.customerId()));
    }

    @Override
    public void takeInteractions(Feed<InteractionRow> feed) {
        taken.add("interactions " + feed.rows().count());
    }

    @Override
    public void takeTickets(Feed<TicketRow> feed) {
        taken.add("tickets " + feed.rows().count());
    }

    @Override
    public void takeOrders(Feed<OrderRow> feed) {
        taken.add("orders");
        feed.rows().forEach(row -> {
            if (customers.contains(row.customerId())) {
                orders.add(row);
            } else {
                feed.rejected().accept(new RejectedRow(feed.file(), row.line(), "customer_id", "is not registered"));
            }
        });
    }

    @Override
    public void takeSurveys(Feed<SurveyRow> feed) {
        taken.add("surveys " + feed.rows().count());
    }

    @Override
    public void takeOrderLog(Feed<OrderRow> feed) {
        taken.add("order log");
        feed.rows().forEach(orders::add);
    }

    @Override
    public Scorecard scorecard(String title, ZoneId zone) {
        return Scorecards.full();
    }

    @Override
    public void close() {
        closed = true;
    }
}
