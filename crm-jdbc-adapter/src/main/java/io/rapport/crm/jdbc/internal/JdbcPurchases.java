package io.rapport.crm.jdbc.internal;

import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.id.TenantId;
import io.rapport.crm.purchase.Purchase;
import io.rapport.crm.purchase.PurchaseFact;
import io.rapport.crm.purchase.PurchaseId;
import io.rapport.crm.purchase.PurchaseLine;
import io.rapport.crm.purchase.PurchaseRepository;
import io.rapport.crm.store.Cursor;
import io.rapport.crm.store.Page;
import io.rapport.crm.store.PageRequest;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** The purchases of a tenant. */
final class JdbcPurchases extends JdbcFacts<PurchaseId, Purchase> implements PurchaseRepository {

    private static final String SELECT = """
            SELECT id, customer_id, source_system, external_key, bought_at, total_minor, currency, lines, recorded_at
              FROM {purchase}""";
    private static final String BETWEEN = "{purchase} WHERE tenant = ? AND bought_at >= ? AND bought_at < ?";
    private static final String COUNT = "SELECT count(*) AS n FROM {purchase} WHERE tenant = ?";
    private static final Insert INSERT = Insert.into(
            "purchase",
            "tenant",
            "id",
            "customer_id",
            "source_system",
            "external_key",
            "bought_at",
            "total_minor",
            "currency",
            "lines",
            "recorded_at");

    JdbcPurchases(TenantId tenant, Session session, EventLog events) {
        super(tenant, session, events, EventFamily.PURCHASE, new FactSql(SELECT, INSERT));
    }

    @Override
    public Page<Purchase> ofCustomer(CustomerId customer, PageRequest request) {
        return Pages.descending(
                session,
                SELECT + " WHERE tenant = ? AND customer_id = ?",
                "bought_at",
                parameters -> parameters.add(tenant).add(customer),
                request,
                this::map,
                purchase -> new Cursor(purchase.at(), purchase.id().value()));
    }

    @Override
    public void forEachFact(Instant from, Instant until, PurchaseFact.Reader reader) {
        session.each(
                between(from, until, "customer_id", "bought_at", "total_minor", "currency"),
                row -> reader.on(row.id(0), row.instant(1), row.number(2), CurrencyUnit.of(row.text(3))));
    }

    @Override
    public void forEachTime(Instant from, Instant until, BiConsumer<UUID, Instant> reader) {
        session.each(between(from, until, "customer_id", "bought_at"), row -> reader.accept(row.id(0), row.instant(1)));
    }

    private Selection between(Instant from, Instant until, String... columns) {
        return new Selection(List.of(columns), BETWEEN, List.of(tenant.value(), from, until));
    }

    @Override
    public long count() {
        return session.count(COUNT, parameters -> parameters.add(tenant));
    }

    @Override
    void insert(Parameters parameters, Purchase purchase) throws SQLException {
        parameters
                .add(tenant)
                .add(purchase.id())
                .add(purchase.customer())
                .add(Optional.of(purchase.externalId()))
                .add(purchase.at())
                .add(purchase.total().getAmountMinorLong())
                .add(purchase.total().getCurrencyUnit().getCode())
                .addJson(purchase.lines())
                .add(purchase.recordedAt());
    }

    @Override
    Purchase map(Row row) throws SQLException {
        return new Purchase(
                new PurchaseId(row.id("id")),
                new CustomerId(row.id("customer_id")),
                row.externalId().orElseThrow(),
                row.instant("bought_at"),
                Money.ofMinor(CurrencyUnit.of(row.text("currency")), row.number("total_minor")),
                row.list("lines", PurchaseLine.class),
                row.instant("recorded_at"));
    }
}
