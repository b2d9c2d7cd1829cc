package io.rapport.crm.quickstart.relations;

import com.zaxxer.hikari.HikariDataSource;
import io.rapport.crm.Crm;
import io.rapport.crm.id.TenantId;
import io.rapport.crm.imports.ImportListener;
import io.rapport.crm.imports.ImportReport;
import io.rapport.crm.imports.Importer;
import io.rapport.crm.jdbc.JdbcCrmStore;
import io.rapport.crm.quickstart.input.CustomerRow;
import io.rapport.crm.quickstart.input.InteractionRow;
import io.rapport.crm.quickstart.input.OrderRow;
import io.rapport.crm.quickstart.input.SurveyRow;
import io.rapport.crm.quickstart.input.TicketRow;
import io.rapport.crm.quickstart.scorecard.Scorecard;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The library over a database, for one data set. Not thread-safe. */
public final class CrmRelations implements Relations {

    private static final Translation SHOP = new Translation("shop");
    private static final Translation ORDERS = new Translation("orders");
    /** How many rows of an order log are held while their customers are registered. */
    private static final int LOG_CHUNK = 5_000;
    /** Small enough for H2 to keep a batch in memory until it is committed. */
    private static final int BATCH = 250;

    private final Crm crm;
    private final Runnable closer;

    private CrmRelations(Crm crm, Runnable closer) {
        this.crm = crm;
        this.closer = closer;
    }

    /**
     * Opens a database, and makes the tables where they are missing.
     *
     * @param tenant the name of the data set
     * @throws DatabaseTroubleException when the database cannot be used
     */
    public static Relations open(DatabaseSettings database, String tenant) {
        HikariDataSource pool = Database.open(database);
        Crm crm = Crm.builder()
                .store(JdbcCrmStore.on(pool))
                .tenant(TenantId.of(tenant))
                .build();
        return over(crm, pool::close);
    }

    /**
     * Works with a library that is open already.
     *
     * @param closer run when these relations are closed
     */
    public static Relations over(Crm crm, Runnable closer) {
        return new CrmRelations(crm, closer);
    }

    @Override
    public Taken takeCustomers(Feed<CustomerRow> feed) {
        Club club = new Club(crm, SHOP);
        Map<String, String> columns = Map.of("externalId", "customer_id", "contactPoints", "email");
        Intake<CustomerRow> intake = new Intake<>(feed, CustomerRow::line, columns, club::enrolMembers);
        return taken(importer(intake).customers(intake.rows(SHOP::customer)));
    }

    @Override
    public Taken takeOrders(Feed<OrderRow> feed) {
        Club club = new Club(crm, SHOP);
        Map<String, String> columns = Map.of("externalId", "order_id", "customer", "customer_id");
        Intake<OrderRow> intake = new Intake<>(feed, OrderRow::line, columns, orders -> club.movePoints(orders, feed));
        return taken(importer(intake).orders(intake.rows(SHOP::order)));
    }

    @Override
    public Taken takeInteractions(Feed<InteractionRow> feed) {
        Map<String, String> columns = Map.of("externalId", "interaction_id", "customer", "customer_id");
        Intake<InteractionRow> intake = new Intake<>(feed, InteractionRow::line, columns, stored -> {});
        return taken(importer(intake).interactions(intake.rows(SHOP::interaction)));
    }

    @Override
    public Taken takeTickets(Feed<TicketRow> feed) {
        Map<String, String> columns = Map.of("externalId", "ticket_id", "customer", "customer_id");
        Intake<TicketRow> intake = new Intake<>(feed, TicketRow::line, columns, stored -> {});
        return taken(importer(intake).tickets(intake.rows(SHOP::ticket)));
    }

    @Override
    public Taken takeSurveys(Feed<SurveyRow> feed) {
        Map<String, String> columns = Map.of("externalId", "response_id", "customer", "customer_id");
        Intake<SurveyRow> intake = new Intake<>(feed, SurveyRow::line, columns, stored -> {});
        return taken(importer(intake).responses(intake.rows(SHOP::response)));
    }

    /** Registers each customer with their first order in the file, so many rows at a time. */
    @Override
    public Taken takeOrderLog(Feed<OrderRow> feed) {
        Map<String, String> columns = Map.of("externalId", "(row)", "customer", "customer_id");
        Intake<OrderRow> intake = new Intake<>(feed, OrderRow::line, columns, stored -> {});
        Iterator<OrderRow> rows = feed.rows().iterator();
        Set<String> seen = new HashSet<>();
        Taken taken = Taken.NOTHING;
        while (rows.hasNext()) {
            List<OrderRow> chunk = next(rows);
            importer(intake)
                    .customers(chunk.stream()
                            .filter(row -> seen.add(row.customerId()))
                            .map(row -> intake.row(row, ORDERS::buyer)));
            taken = taken.plus(taken(importer(intake)
                    .orders(chunk.stream().map(row -> intake.row(row, ORDERS::order)))));
        }
        return taken;
    }

    @Override
    public Scorecard scorecard(String title, ZoneId zone, Duration firstResponseTarget) {
        return new Figures(crm, zone, firstResponseTarget).scorecard(title);
    }

    @Override
    public void close() {
        closer.run();
    }

    private static List<OrderRow> next(Iterator<OrderRow> rows) {
        List<OrderRow> chunk = new ArrayList<>(LOG_CHUNK);
        while (chunk.size() < LOG_CHUNK && rows.hasNext()) {
            chunk.add(rows.next());
        }
        return chunk;
    }

    private Importer importer(ImportListener listener) {
        return crm.importer().batchSize(BATCH).listener(listener);
    }

    private static Taken taken(ImportReport report) {
        return new Taken(report.stored(), report.unchanged());
    }
}
