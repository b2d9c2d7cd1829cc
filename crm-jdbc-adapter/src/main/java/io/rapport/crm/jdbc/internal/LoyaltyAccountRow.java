package io.rapport.crm.jdbc.internal;

import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.loyalty.Balances;
import io.rapport.crm.loyalty.LifetimeTotals;
import io.rapport.crm.loyalty.LoyaltyAccount;
import io.rapport.crm.loyalty.LoyaltyAccountId;
import io.rapport.crm.loyalty.ProgramId;
import java.sql.SQLException;
import java.util.List;

/** A loyalty account as a row. */
final class LoyaltyAccountRow {

    private LoyaltyAccountRow() {}

    /** Binds what an update changes, in the order of {@link LoyaltySql#UPDATE}. */
    static void bind(Parameters parameters, LoyaltyAccount account) throws SQLException {
        Balances balances = account.balances();
        LifetimeTotals totals = account.totals();
        parameters
                .add(balances.available())
                .add(balances.pending())
                .add(balances.reserved())
                .add(balances.debt())
                .add(totals.earned())
                .add(totals.redeemed())
                .add(totals.restored())
                .add(totals.reversed())
                .add(totals.expired())
                .add(totals.transferredIn())
                .add(totals.transferredOut())
                .add(totals.adjustedUp())
                .add(totals.adjustedDown())
                .add(totals.writtenOff())
                .addInstant(account.slidesUntil())
                .addInstant(account.nextEventAt())
                .add(account.lastEntryAt())
                .add(account.version());
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
                row.optionalInstant("slides_until"),
                row.optionalInstant("next_event_at"),
                row.instant("last_entry_at"),
                row.instant("opened_at"),
                row.number("version"),
                List.of());
    }
}
