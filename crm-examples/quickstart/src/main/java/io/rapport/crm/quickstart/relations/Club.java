package io.rapport.crm.quickstart.relations;

import io.rapport.crm.Crm;
import io.rapport.crm.CrmServices;
import io.rapport.crm.customer.Customer;
import io.rapport.crm.id.CommandKey;
import io.rapport.crm.loyalty.EarnPoints;
import io.rapport.crm.loyalty.EnrolCustomer;
import io.rapport.crm.loyalty.InsufficientPointsException;
import io.rapport.crm.loyalty.LoyaltyAccount;
import io.rapport.crm.loyalty.LoyaltyAccountId;
import io.rapport.crm.loyalty.ProgramId;
import io.rapport.crm.loyalty.RedeemPoints;
import io.rapport.crm.quickstart.input.CustomerRow;
import io.rapport.crm.quickstart.input.OrderRow;
import io.rapport.crm.store.IdempotencyConflictException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The shop's loyalty programme: members earn a point for each whole unit of the currency that they spend, and pay with
 * points before they earn new ones. Each order moves its points once, however often it is read; orders are taken in the
 * order of the file. The batches of an import are transactions of their own here too.
 */
final class Club {

    static final ProgramId PROGRAM = ProgramId.of("club");

    private final Crm crm;
    private final Translation words;
    private final Map<String, Optional<LoyaltyAccountId>> accounts = new HashMap<>();

    Club(Crm crm, Translation words) {
        this.crm = crm;
        this.words = words;
    }

    void enrolMembers(List<CustomerRow> rows) {
        crm.inTransaction(services -> rows.stream()
                .filter(CustomerRow::loyaltyMember)
                .flatMap(row -> services.customers().find(words.key(row.customerId())).stream())
                .forEach(customer -> services.loyalty().enrol(EnrolCustomer.of(customer.id(), PROGRAM))));
    }

    /** Told once the orders are stored; points that cannot be moved are told to the feed. */
    void movePoints(List<OrderRow> orders, Feed<OrderRow> feed) {
        crm.inTransaction(services -> orders.forEach(order -> {
            Optional<LoyaltyAccountId> account =
                    accounts.computeIfAbsent(order.customerId(), customer -> account(services, customer));
            if (account.isPresent()) {
                redeem(services, account.get(), order, feed);
                earn(services, account.get(), order, feed);
            } else if (order.pointsRedeemed().isPresent()) {
                feed.reject(order.line(), "points_redeemed", "the customer is not a member; the order was kept");
            }
        }));
    }

    private Optional<LoyaltyAccountId> account(CrmServices services, String customer) {
        return services.customers()
                .find(words.key(customer))
                .map(Customer::id)
                .flatMap(id -> services.loyalty().find(id, PROGRAM))
                .map(LoyaltyAccount::id);
    }

    private static void redeem(CrmServices services, LoyaltyAccountId account, OrderRow order, Feed<OrderRow> feed) {
        order.pointsRedeemed().ifPresent(points -> {
            try {
                services.loyalty()
                        .redeem(RedeemPoints.of(account, points, CommandKey.of("order:" + order.orderId() + ":redeem"))
                                .because("order " + order.orderId()));
            } catch (InsufficientPointsException tooFew) {
                feed.reject(
                        order.line(),
                        "points_redeemed",
                        "the customer had " + tooFew.available() + " points only; the order was kept");
            } catch (IdempotencyConflictException other) {
                feed.reject(order.line(), "points_redeemed", "another number was redeemed for this order already");
            }
        });
    }

    private static void earn(CrmServices services, LoyaltyAccountId account, OrderRow order, Feed<OrderRow> feed) {
        long points = order.amount().getAmountMajorLong();
        if (points == 0) {
            return;
        }
        try {
            services.loyalty()
                    .earn(EarnPoints.of(account, points, CommandKey.of("order:" + order.orderId() + ":earn"))
                            .because("order " + order.orderId()));
        } catch (IdempotencyConflictException other) {
            feed.reject(order.line(), "amount", "another number of points was earned for this order already");
        }
    }
}
