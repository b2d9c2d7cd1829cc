package io.rapport.crm.contract;

import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.customer.RegisterCustomer;
import io.rapport.crm.id.Actor;
import io.rapport.crm.id.CommandKey;
import io.rapport.crm.loyalty.EarnPoints;
import io.rapport.crm.loyalty.EnrolCustomer;
import io.rapport.crm.loyalty.LoyaltyAccount;
import io.rapport.crm.loyalty.LoyaltyAccountId;
import io.rapport.crm.loyalty.LoyaltyAccounts;
import io.rapport.crm.loyalty.ProgramId;
import io.rapport.crm.loyalty.RedeemPoints;
import io.rapport.crm.store.CommandLog;
import io.rapport.crm.store.CommandRecord;
import java.util.Optional;

/** What the contracts of loyalty share. */
public abstract class LoyaltyContract extends StoreContract {

    protected static final ProgramId CLUB = ProgramId.of("club");
    protected static final ProgramId MILES = ProgramId.of("miles");
    protected static final Actor SHOP = Actor.of("web-shop");

    protected final LoyaltyAccounts loyalty() {
        return crm().loyalty();
    }

    protected final CustomerId customer() {
        return crm().customers().register(RegisterCustomer.person("Ann")).id();
    }

    protected final LoyaltyAccount enrolled() {
        return loyalty().enrol(EnrolCustomer.of(customer(), CLUB));
    }

    protected final LoyaltyAccountId holding(long points) {
        LoyaltyAccountId account = enrolled().id();
        loyalty().earn(EarnPoints.of(account, points, CommandKey.of("first:" + account.value())));
        return account;
    }

    protected static EarnPoints earn(LoyaltyAccountId account, long points, String key) {
        return EarnPoints.of(account, points, CommandKey.of(key))
                .because("order 4711")
                .by(SHOP);
    }

    protected static RedeemPoints redeem(LoyaltyAccountId account, long points, String key) {
        return RedeemPoints.of(account, points, CommandKey.of(key))
                .because("basket 9")
                .by(SHOP);
    }

    protected final Optional<CommandRecord> command(String key) {
        return read(CommandLog.class, log -> log.find(CommandKey.of(key)));
    }

    protected static CommandRecord recordOf(EarnPoints command, LoyaltyAccountId id, long sequence) {
        return new CommandRecord(command.key(), command.payload(), id.value(), sequence);
    }
}
