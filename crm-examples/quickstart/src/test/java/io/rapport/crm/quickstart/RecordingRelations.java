package io.rapport.crm.quickstart;

import io.rapport.crm.quickstart.csv.RejectedRow;
import io.rapport.crm.quickstart.input.CustomerRow;
import io.rapport.crm.quickstart.input.InteractionRow;
import io.rapport.crm.quickstart.input.OrderRow;
import io.rapport.crm.quickstart.input.SurveyRow;
import io.rapport.crm.quickstart.input.TicketRow;
import io.rapport.crm.quickstart.relations.Feed;
import io.rapport.crm.quickstart.relations.Relations;
import io.rapport.crm.quickstart.scorecard.Scorecard;
import io.rapport.crm.quickstart.scorecard.Scorecards;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Stands for the library in tests of the command: remembers what it was given, and refuses orders of strangers. */
final class RecordingRelations implements Relations {

    final List<String> taken = new ArrayList<>();
    final Set<String> customers = new HashSet<>();
    final List<OrderRow> orders = new ArrayList<>();
    boolean closed;

    @Override
    public Taken takeCustomers(Feed<CustomerRow> feed) {
        taken.add("customers");
        return all(feed.rows().peek(row -> customers.add(row.customerId())));
    }

    @Override
    public Taken takeInteractions(Feed<InteractionRow> feed) {
        return counted("interactions", all(feed.rows()));
    }

    @Override
    public Taken takeTickets(Feed<TicketRow> feed) {
        return counted("tickets", all(feed.rows()));
    }

    @Override
    public Taken takeOrders(Feed<OrderRow> feed) {
        taken.add("orders");
        return all(feed.rows().filter(row -> knows(row, feed)).peek(orders::add));
    }

    @Override
    public Taken takeSurveys(Feed<SurveyRow> feed) {
        return counted("surveys", all(feed.rows()));
    }

    @Override
    public Taken takeOrderLog(Feed<OrderRow> feed) {
        taken.add("order log");
        return all(feed.rows().peek(orders::add));
    }

    @Override
    public Scorecard scorecard(String title, ZoneId zone, Duration firstResponseTarget) {
        return Scorecards.full();
    }

    @Override
    public void close() {
        closed = true;
    }

    private boolean knows(OrderRow row, Feed<OrderRow> feed) {
        boolean known = customers.contains(row.customerId());
        if (!known) {
            feed.rejected().accept(new RejectedRow(feed.file(), row.line(), "customer_id", "is not registered"));
        }
        return known;
    }

    private Taken counted(String what, Taken all) {
        taken.add(what + " " + all.stored());
        return all;
    }

    private static Taken all(Stream<?> rows) {
        return new Taken(rows.toList().size(), 0);
    }
}
