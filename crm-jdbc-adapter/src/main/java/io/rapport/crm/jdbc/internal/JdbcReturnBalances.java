package io.rapport.crm.jdbc.internal;

import io.rapport.crm.id.TenantId;
import io.rapport.crm.jdbc.DatabaseFailureException;
import io.rapport.crm.purchase.PurchaseId;
import io.rapport.crm.ticket.returns.LineBalance;
import io.rapport.crm.ticket.returns.PurchaseLineRef;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * What all returns of a tenant took of each purchase line: one row for each line, which is locked and then written, so
 * that two units of work cannot take the same units or money at any isolation level.
 */
final class JdbcReturnBalances {

    private static final String SELECT = """
            SELECT purchase_id, line_no, bought, paid_minor, currency, claimed, settled, repaid_minor
              FROM {return_balance}
             WHERE tenant = ? AND purchase_id = ?""";
    private static final String OF_PURCHASE = SELECT + " ORDER BY line_no";
    private static final String LOCK = SELECT + " AND line_no = ? FOR UPDATE";
    private static final Insert INSERT = Insert.into(
            "return_balance",
            "bought",
            "paid_minor",
            "currency",
            "claimed",
            "settled",
            "repaid_minor",
            "tenant",
            "purchase_id",
            "line_no");
    private static final String UPDATE = """
            UPDATE {return_balance}
               SET bought = ?, paid_minor = ?, currency = ?, claimed = ?, settled = ?, repaid_minor = ?
             WHERE tenant = ? AND purchase_id = ? AND line_no = ?""";

    private final TenantId tenant;
    private final Session session;

    JdbcReturnBalances(TenantId tenant, Session session) {
        this.tenant = tenant;
        this.session = session;
    }

    LineBalance lock(LineBalance untouched) {
        return locked(untouched.of()).orElseGet(() -> {
            begin(untouched);
            return locked(untouched.of()).orElseThrow(() -> new IllegalStateException(untouched.of() + " has no row"));
        });
    }

    void keep(LineBalance balance) {
        try {
            if (session.tryUpdate(UPDATE, row(balance)) == 0) {
                throw new IllegalStateException(balance.of() + " was not locked");
            }
        } catch (SQLException failure) {
            throw new DatabaseFailureException(failure);
        }
    }

    List<LineBalance> of(PurchaseId purchase) {
        return session.list(OF_PURCHASE, parameters -> parameters.add(tenant).add(purchase), JdbcReturnBalances::map);
    }

    /**
     * One statement that both locks and reads. Two would read without a lock a row that another unit of work committed
     * between them.
     */
    private Optional<LineBalance> locked(PurchaseLineRef line) {
        return session.one(
                LOCK,
                parameters -> parameters.add(tenant).add(line.purchase()).add(line.line()),
                JdbcReturnBalances::map);
    }

    /** Another unit of work may have begun the row at the same moment; then that one stays. */
    private void begin(LineBalance untouched) {
        try {
            session.tryUpdate(
                    INSERT.one() + session.dialect().orNothing("tenant, purchase_id, line_no"), row(untouched));
        } catch (SQLException failure) {
            if (!session.dialect().uniqueViolation(failure)) {
                throw new DatabaseFailureException(failure);
            }
        }
    }

    private Parameters.Binder row(LineBalance balance) {
        return parameters -> parameters
                .add(balance.bought())
                .add(balance.paid().getAmountMinorLong())
                .add(balance.paid().getCurrencyUnit().getCode())
                .add(balance.claimed())
                .add(balance.settled())
                .add(balance.repaid().getAmountMinorLong())
                .add(tenant)
                .add(balance.of().purchase())
                .add(balance.of().line());
    }

    private static LineBalance map(Row row) throws SQLException {
        CurrencyUnit currency = CurrencyUnit.of(row.text("currency"));
        return new LineBalance(
                new PurchaseLineRef(new PurchaseId(row.id("purchase_id")), row.integer("line_no")),
                row.integer("bought"),
                Money.ofMinor(currency, row.number("paid_minor")),
                row.integer("claimed"),
                row.integer("settled"),
                Money.ofMinor(currency, row.number("repaid_minor")));
    }
}
