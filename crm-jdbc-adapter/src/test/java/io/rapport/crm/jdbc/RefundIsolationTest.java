package io.rapport.crm.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariDataSource;
import io.rapport.crm.Crm;
import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.customer.RegisterCustomer;
import io.rapport.crm.id.Actor;
import io.rapport.crm.id.CommandKey;
import io.rapport.crm.id.ExternalId;
import io.rapport.crm.id.TenantId;
import io.rapport.crm.purchase.PurchaseId;
import io.rapport.crm.purchase.PurchaseLine;
import io.rapport.crm.purchase.RecordPurchase;
import io.rapport.crm.ticket.returns.LineUnits;
import io.rapport.crm.ticket.returns.RefundLine;
import io.rapport.crm.ticket.returns.RequestReturn;
import io.rapport.crm.ticket.returns.ReturnId;
import io.rapport.crm.ticket.returns.ReturnItem;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** That no more is refunded than was paid in transactions of a host that still see what was before. */
class RefundIsolationTest {

    private static final Actor BEA = Actor.of("bea");
    private static final Money PAID = Money.parse("EUR 20.00");

    private final TenantId tenant = TenantId.of("isolation-" + UUID.randomUUID());

    @Test
    void a_refund_on_an_old_snapshot_of_h2_is_refused() throws SQLException {
        try (HikariDataSource pool = TestDatabase.h2Pool(true)) {
            assertRefused(pool);
        }
    }

    @Test
    void a_refund_on_an_old_snapshot_of_postgresql_is_refused() throws SQLException {
        try (HikariDataSource pool = TestDatabase.postgresPool(true)) {
            assertRefused(pool);
        }
    }

    private void assertRefused(HikariDataSource pool) throws SQLException {
        Crm crm = crm(TransactionRunner.owning(pool));
        CustomerId ann =
                crm.customers().register(RegisterCustomer.person("Ann")).id();
        PurchaseId order = crm.purchases()
                .record(RecordPurchase.of(ann, ExternalId.of("shop", "order-1"), PAID)
                        .with(PurchaseLine.of("mug", 2, PAID)))
                .id();
        ReturnId first = approved(crm, ann, order);
        ReturnId second = approved(crm, ann, order);

        try (Connection late = pool.getConnection()) {
            late.setAutoCommit(false);
            late.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            Crm host = crm(TransactionRunner.joining(late));
            assertThat(host.returns().balances(order).get(0).left()).isEqualTo(PAID);
            crm.returns().refund(all(first));

            assertThatExceptionOfType(DatabaseFailureException.class)
                    .isThrownBy(() -> host.returns().refund(all(second)));
            late.rollback();
        }

        assertThat(crm.returns().balances(order).get(0).repaid()).isEqualTo(PAID);
        assertThat(crm.returns().history(second)).hasSize(2);
    }

    private Crm crm(TransactionRunner transactions) {
        return Crm.builder()
                .store(JdbcCrmStore.builder(transactions).build())
                .tenant(tenant)
                .build();
    }

    private static ReturnId approved(Crm crm, CustomerId customer, PurchaseId order) {
        ReturnId id = crm.returns()
                .request(RequestReturn.of(customer, ReturnItem.of(order, 0, 1, "broken")))
                .id();
        return crm.returns().approve(id, LineUnits.of(0, 1), BEA).id();
    }

    /** A refund of all that was paid, under a key of its own. */
    private static RefundLine all(ReturnId id) {
        return RefundLine.of(id, LineUnits.of(0, 1), CommandKey.of("refund-" + id.value()), BEA)
                .amount(PAID)
                .keepingGoods();
    }
}
