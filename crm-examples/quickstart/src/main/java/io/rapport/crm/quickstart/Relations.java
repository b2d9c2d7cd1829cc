package io.rapport.crm.quickstart;

import io.rapport.crm.quickstart.input.CustomerRow;
import io.rapport.crm.quickstart.input.InteractionRow;
import io.rapport.crm.quickstart.input.OrderRow;
import io.rapport.crm.quickstart.input.SurveyRow;
import io.rapport.crm.quickstart.input.TicketRow;
import io.rapport.crm.quickstart.scorecard.Scorecard;
import java.time.ZoneId;

/** What the command needs of the library, opened for one data set in one database. Taking a file twice changes nothing. */
interface Relations extends AutoCloseable {

    void takeCustomers(Feed<CustomerRow> feed);

    void takeInteractions(Feed<InteractionRow> feed);

    void takeTickets(Feed<TicketRow> feed);

    void takeOrders(Feed<OrderRow> feed);

    void takeSurveys(Feed<SurveyRow> feed);

    /** Takes orders whose customers are known by nothing but their orders, and registers them on the way. */
    void takeOrderLog(Feed<OrderRow> feed);

    Scorecard scorecard(String title, ZoneId zone);

    @Override
    void close();

    /** Opens the library over a database. */
    interface Opener {

        /**
         * Opens it for one data set.
         *
         * @param tenant the name of the data set
         * @throws DatabaseTroubleException when the database cannot be used
         */
        Relations open(DatabaseSettings database, String tenant);
    }
}
