package io.rapport.crm.quickstart.relations;

import io.rapport.crm.quickstart.input.CustomerRow;
import io.rapport.crm.quickstart.input.InteractionRow;
import io.rapport.crm.quickstart.input.OrderRow;
import io.rapport.crm.quickstart.input.SurveyRow;
import io.rapport.crm.quickstart.input.TicketRow;
import io.rapport.crm.quickstart.scorecard.Scorecard;
import java.time.Duration;
import java.time.ZoneId;

/** What the command needs of the library, opened for one data set in one database. Taking a file twice changes nothing. */
public interface Relations extends AutoCloseable {

    Taken takeCustomers(Feed<CustomerRow> feed);

    Taken takeInteractions(Feed<InteractionRow> feed);

    Taken takeTickets(Feed<TicketRow> feed);

    Taken takeOrders(Feed<OrderRow> feed);

    Taken takeSurveys(Feed<SurveyRow> feed);

    /** Takes orders whose customers are known by nothing but their orders, and registers them on the way. */
    Taken takeOrderLog(Feed<OrderRow> feed);

    /**
     * The figures of everything that is stored.
     *
     * @param title what they are about
     * @param zone in which days, months and quarters begin
     * @param firstResponseTarget within which tickets should be answered, in elapsed time
     */
    Scorecard scorecard(String title, ZoneId zone, Duration firstResponseTarget);

    @Override
    void close();

    /**
     * What became of the rows that were read from one file.
     *
     * @param stored rows that were new
     * @param unchanged rows that were stored already
     */
    record Taken(long stored, long unchanged) {

        static final Taken NOTHING = new Taken(0, 0);

        Taken plus(Taken other) {
            return new Taken(stored + other.stored, unchanged + other.unchanged);
        }
    }

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
