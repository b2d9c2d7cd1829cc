package io.rapport.crm.jdbc.internal;

import com.google.common.collect.ImmutableList;
import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.id.TenantId;
import io.rapport.crm.loyalty.Balances;
import io.rapport.crm.loyalty.Hold;
import io.rapport.crm.loyalty.LifetimeTotals;
import io.rapport.crm.loyalty.LoyaltyAccount;
import io.rapport.crm.loyalty.LoyaltyAccountId;
import io.rapport.crm.loyalty.ProgramId;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A loyalty account as a row. */
final class LoyaltyAccountRow {

    /** What an entry may change. */
    private static final List<Column<LoyaltyAccount>> STATE = ImmutableList.of(
            balance("available", Balances::available),
            balance("pending", Balances::pending),
            balance("reserved", Balances::reserved),
            balance("debt", Balances::debt),
            total("lifetime_earned", LifetimeTotals::earned),
            total("lifetime_redeemed", LifetimeTotals::redeemed),
            total("lifetime_restored", LifetimeTotals::restored),
            total("lifetime_reversed", LifetimeTotals::reversed),
            total("lifetime_expired", LifetimeTotals::expired),
            total("lifetime_transferred_in", LifetimeTotals::transferredIn),
            total("lifetime_transferred_out", LifetimeTotals::transferredOut),
            total("lifetime_adjusted_up", LifetimeTotals::adjustedUp),
            total("lifetime_adjusted_down", LifetimeTotals::adjustedDown),
            total("lifetime_written_off", LifetimeTotals::writtenOff),
            Column.list("holds", LoyaltyAccount::holds),
            Column.optionalInstant("slides_until TIMESTAMP WITH TIME ZONE", LoyaltyAccount::slidesUntil),
            Column.optionalInstant("next_event_at TIMESTAMP WITH TIME ZONE", LoyaltyAccount::nextEventAt),
            Column.instant("last_entry_at", LoyaltyAccount::lastEntryAt),
            Column.number("version", LoyaltyAccount::version));

    private static final List<String> FIXED = List.of("id", "customer_id", "program", "opened_at");

    static final String COLUMNS = Stream.concat(STATE.stream().map(Column::name), FIXED.stream())
            .map(column -> "a." + column)
            .collect(Collectors.joining(", "));

    static final Insert INSERT = Insert.into(
            "loyalty_account",
            Stream.of(STATE.stream().map(Column::declared), FIXED.stream(), Stream.of("tenant"))
                    .flatMap(columns -> columns)
                    .toArray(String[]::new));

    static final String UPDATE = update(STATE);

    private LoyaltyAccountRow() {}

    /** Writes only what differs from the state that is stored and locked. */
    static StateUpdate changes(LoyaltyAccount stored, LoyaltyAccount account) {
        List<Column<LoyaltyAccount>> changed = Column.changed(STATE, stored, account);
        return new StateUpdate(update(changed), parameters -> Column.bind(parameters, changed, account), true);
    }

    static void bindState(Parameters parameters, LoyaltyAccount account) throws SQLException {
        Column.bind(parameters, STATE, account);
    }

    static void bindAll(Parameters parameters, TenantId tenant, LoyaltyAccount account) throws SQLException {
        bindState(parameters, account);
        parameters
                .add(account.id())
                .add(account.customer())
                .add(account.program().value())
                .add(account.openedAt())
                .add(tenant);
    }

    static LoyaltyAccount map(Row row) throws SQLException {
        return new LoyaltyAccount(
                new LoyaltyAccountId(row.id("id")),
                new CustomerId(row.id("customer_id")),
                new ProgramId(row.text("program")),
                new Balances(
                        row.number("available"), row.number("pending"), row.number("reserved"), row.number("debt")),
                new LifetimeTotals(
                        row.number("lifetime_earned"),
                        row.number("lifetime_redeemed"),
                        row.number("lifetime_restored"),
                        row.number("lifetime_reversed"),
                        row.number("lifetime_expired"),
                        row.number("lifetime_transferred_in"),
                        row.number("lifetime_transferred_out"),
                        row.number("lifetime_adjusted_up"),
                        row.number("lifetime_adjusted_down"),
                        row.number("lifetime_written_off")),
                row.optionalList("holds", Hold.class),
                row.optionalInstant("slides_until"),
                row.optionalInstant("next_event_at"),
                row.instant("last_entry_at"),
                row.instant("opened_at"),
                row.number("version"),
                List.of());
    }

    private static String update(List<Column<LoyaltyAccount>> columns) {
        return "UPDATE {loyalty_account} SET " + Column.assignments(columns)
                + " WHERE tenant = ? AND id = ? AND version = ?";
    }

    private static Column<LoyaltyAccount> balance(String name, Function<Balances, Long> points) {
        return Column.number(name, account -> points.apply(account.balances()));
    }

    private static Column<LoyaltyAccount> total(String name, Function<LifetimeTotals, Long> points) {
        return Column.number(name, account -> points.apply(account.totals()));
    }
}
