package io.rapport.crm.contract;

import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.customer.RegisterCustomer;
import io.rapport.crm.id.Actor;
import io.rapport.crm.id.CommandKey;
import io.rapport.crm.loyalty.AccountChange;
import io.rapport.crm.loyalty.Balances;
import io.rapport.crm.loyalty.EarnPoints;
import io.rapport.crm.loyalty.EnrolCustomer;
import io.rapport.crm.loyalty.Lot;
import io.rapport.crm.loyalty.LotTerms;
import io.rapport.crm.loyalty.LoyaltyAccount;
import io.rapport.crm.loyalty.LoyaltyAccountId;
import io.rapport.crm.loyalty.LoyaltyAccounts;
import io.rapport.crm.loyalty.LoyaltyEvent;
import io.rapport.crm.loyalty.Posting;
import io.rapport.crm.loyalty.ProgramId;
import io.rapport.crm.loyalty.RedeemPoints;
import io.rapport.crm.store.CommandLog;
import io.rapport.crm.store.CommandRecord;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
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

    /** What an earning would change, made by hand, for tests of what a store refuses. */
    protected static AccountChange changeOf(LoyaltyAccount account, EarnPoints command, Instant now) {
        long number = account.version() + 1;
        Balances after = new Balances(account.available() + command.points(), 0, 0, 0);
        LotTerms terms = new LotTerms(now, now, Optional.empty(), false, BigDecimal.ONE, true, 0, 0, Optional.empty());
        Posting posting = new Posting(
                Optional.of(command.key()),
                Optional.of(command.payload()),
                command.cause(),
                command.actor(),
                now,
                now,
                after,
                Optional.empty());
        LoyaltyAccount changed = new LoyaltyAccount(
                account.id(),
                account.customer(),
                account.program(),
                after,
                account.totals(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                now,
                account.openedAt(),
                number,
                List.of(new LoyaltyEvent.Earned(command.points(), terms, false, posting, Optional.empty())));
        Lot lot = new Lot(number, terms, command.points(), command.points(), 0, 0, false);
        return new AccountChange(changed, List.of(lot));
    }

    protected static CommandRecord recordOf(EarnPoints command, LoyaltyAccountId id, long sequence) {
        return new CommandRecord(command.key(), command.payload(), id.value(), sequence);
    }
}
