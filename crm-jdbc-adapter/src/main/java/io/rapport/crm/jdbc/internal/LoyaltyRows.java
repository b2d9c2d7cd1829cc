package io.rapport.crm.jdbc.internal;

import com.google.common.collect.ImmutableList;
import io.rapport.crm.id.TenantId;
import io.rapport.crm.loyalty.AccountChange;
import io.rapport.crm.loyalty.LedgerEntry;
import io.rapport.crm.loyalty.LedgerLine;
import io.rapport.crm.loyalty.Lot;
import io.rapport.crm.loyalty.LotMovement;
import io.rapport.crm.loyalty.LotPlace;
import io.rapport.crm.loyalty.LotTerms;
import io.rapport.crm.loyalty.LoyaltyAccount;
import io.rapport.crm.loyalty.LoyaltyAccountId;
import io.rapport.crm.loyalty.LoyaltyEvent;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Lots and movements as rows. */
final class LoyaltyRows {

    private static final Insert LOT = Insert.into(
            "loyalty_lot",
            "tenant",
            "account_id",
            "lot_no",
            "phase_no",
            "due_at",
            "original",
            "remaining",
            "held",
            "clawed",
            "pending",
            "earned_at",
            "activates_at",
            "expires_at TIMESTAMP WITH TIME ZONE",
            "sliding",
            "cost_per_point",
            "qualifying",
            "rule_version",
            "basis",
            "order_ref");

    private static final Insert MOVEMENT = Insert.into(
            "loyalty_movement", "tenant", "account_id", "sequence_no", "lot_no", "points", "redemption_no", "moved_at");

    private static final String CHANGE_LOTS = """
            UPDATE {loyalty_lot} AS l
               SET remaining = g.remaining, held = g.held, clawed = g.clawed, phase_no = g.phase_no, pending = g.pending,
                   due_at = CASE WHEN g.pending THEN l.activates_at ELSE coalesce(l.expires_at, ?) END
              FROM UNNEST(?, ?, ?, ?, ?, ?) AS g (lot_no, remaining, held, clawed, phase_no, pending)
             WHERE l.tenant = ? AND l.account_id = ? AND l.lot_no = g.lot_no""";

    private static final List<Column<Lot>> LOT_STATE = ImmutableList.of(
            Column.number("remaining", Lot::remaining),
            Column.number("held", Lot::held),
            Column.number("clawed", Lot::clawed),
            Column.number("phase_no", lot -> (long) lot.phase().rank()),
            Column.flag("pending", Lot::pending),
            Column.instant("due_at", lot -> LotPlace.of(lot).due()));

    private final TenantId tenant;
    private final LoyaltyAccountId account;
    private final long before;

    /**
     * For rows of an account.
     *
     * @param changed the account with its unsaved changes
     */
    LoyaltyRows(TenantId tenant, LoyaltyAccount changed) {
        this.tenant = tenant;
        account = changed.id();
        before = changed.savedVersion();
    }

    /**
     * Adds to a save what a change says; what is numbered after the saved version is new.
     *
     * @param stored lots as they are stored and locked, as far as they are known
     */
    void write(GuardedSave save, AccountChange change, List<Lot> stored) {
        List<Lot> moved =
                change.lots().stream().filter(lot -> lot.number() <= before).toList();
        save.insert(LOT, newLots(change.lots()));
        if (moved.size() == 1) {
            change(save, moved.get(0), stored);
        } else {
            save.update(CHANGE_LOTS, changedTogether(moved), changeLot(LOT_STATE), changedAlone(moved));
        }
        save.insert(MOVEMENT, movements(movements(change.account())));
    }

    private void change(GuardedSave save, Lot lot, List<Lot> stored) {
        List<Column<Lot>> columns = numbered(stored, lot.number())
                .map(known -> Column.changed(LOT_STATE, known, lot))
                .orElse(LOT_STATE);
        if (!columns.isEmpty()) {
            save.each(changeLot(columns), List.of(bound(columns, lot)));
        }
    }

    private static Optional<Lot> numbered(List<Lot> lots, long number) {
        return lots.stream().filter(lot -> lot.number() == number).findFirst();
    }

    private static String changeLot(List<Column<Lot>> columns) {
        return "UPDATE {loyalty_lot} SET " + Column.assignments(columns)
                + " WHERE tenant = ? AND account_id = ? AND lot_no = ?";
    }

    private List<LotMovement> movements(LoyaltyAccount changed) {
        List<LotMovement> movements = new ArrayList<>();
        long sequence = before;
        for (LoyaltyEvent event : changed.changes()) {
            sequence++;
            if (event instanceof LedgerEntry entry) {
                movements.addAll(LotMovement.of(new LedgerLine(account, sequence, entry)));
            }
        }
        return movements;
    }

    private List<Parameters.Binder> newLots(Collection<Lot> lots) {
        return binders(lots.stream().filter(lot -> lot.number() > before).toList(), lot -> parameters -> {
            LotTerms terms = lot.terms();
            parameters
                    .add(tenant)
                    .add(account)
                    .add(lot.number())
                    .add(lot.phase().rank())
                    .add(LotPlace.of(lot).due())
                    .add(lot.original())
                    .add(lot.remaining())
                    .add(lot.held())
                    .add(lot.clawed())
                    .add(lot.pending())
                    .add(terms.earnedAt())
                    .add(terms.activatesAt())
                    .addInstant(terms.expiresAt())
                    .add(terms.sliding())
                    .add(terms.costPerPoint())
                    .add(terms.qualifying())
                    .add(terms.ruleVersion())
                    .add(terms.basis())
                    .addText(terms.order());
        });
    }

    private Parameters.Binder changedTogether(List<Lot> lots) {
        return parameters -> parameters
                .add(LotPlace.NEVER)
                .addAll("BIGINT", lots.stream().map(Lot::number).toArray())
                .addAll("BIGINT", lots.stream().map(Lot::remaining).toArray())
                .addAll("BIGINT", lots.stream().map(Lot::held).toArray())
                .addAll("BIGINT", lots.stream().map(Lot::clawed).toArray())
                .addAll("INTEGER", lots.stream().map(lot -> lot.phase().rank()).toArray())
                .addAll("BOOLEAN", lots.stream().map(Lot::pending).toArray())
                .add(tenant)
                .add(account);
    }

    private List<Parameters.Binder> changedAlone(List<Lot> lots) {
        return binders(lots, lot -> bound(LOT_STATE, lot));
    }

    private Parameters.Binder bound(List<Column<Lot>> columns, Lot lot) {
        return parameters -> {
            Column.bind(parameters, columns, lot);
            parameters.add(tenant).add(account).add(lot.number());
        };
    }

    private List<Parameters.Binder> movements(Collection<LotMovement> movements) {
        return binders(
                movements,
                movement -> parameters -> parameters
                        .add(tenant)
                        .add(account)
                        .add(movement.sequence())
                        .add(movement.lot())
                        .add(movement.points())
                        .addNumber(movement.redemption())
                        .add(movement.at()));
    }

    static Lot lot(Row row) throws SQLException {
        LotTerms terms = new LotTerms(
                row.instant("earned_at"),
                row.instant("activates_at"),
                row.optionalInstant("expires_at"),
                row.flag("sliding"),
                row.decimal("cost_per_point"),
                row.flag("qualifying"),
                row.integer("rule_version"),
                row.number("basis"),
                row.optionalText("order_ref"));
        return new Lot(
                row.number("lot_no"),
                terms,
                row.number("original"),
                row.number("remaining"),
                row.number("held"),
                row.number("clawed"),
                row.flag("pending"));
    }

    static LotMovement movement(Row row) throws SQLException {
        return new LotMovement(
                row.number("sequence_no"),
                row.number("lot_no"),
                row.number("points"),
                row.optionalNumber("redemption_no"),
                row.instant("moved_at"));
    }

    private static <T> List<Parameters.Binder> binders(Collection<T> values, Function<T, Parameters.Binder> binder) {
        return values.stream().map(binder).toList();
    }
}
