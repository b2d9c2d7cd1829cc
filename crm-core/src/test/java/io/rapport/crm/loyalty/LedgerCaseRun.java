package io.rapport.crm.loyalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.rapport.crm.Crm;
import io.rapport.crm.contract.SettableClock;
import io.rapport.crm.customer.RegisterCustomer;
import io.rapport.crm.id.Actor;
import io.rapport.crm.id.CommandKey;
import io.rapport.crm.loyalty.earning.EarningActivity;
import io.rapport.crm.loyalty.earning.OrderLine;
import io.rapport.crm.loyalty.reward.PointsPayment;
import io.rapport.crm.loyalty.tier.Tier;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.joda.money.Money;

/** Lets a worked case happen on a CRM in memory, and looks whether all figures are as it says. Used once. */
final class LedgerCaseRun {

    private static final ProgramId CLUB = ProgramId.of("club");
    private static final int ALL = 1_000;

    private final LedgerCase worked;
    private final Program program;
    private final SettableClock clock = new SettableClock(Instant.EPOCH);
    private final Crm crm = Crm.builder().clock(clock).build();
    private final Map<String, LoyaltyAccountId> accounts = new HashMap<>();
    private final Map<String, Long> named = new HashMap<>();
    private int number;

    LedgerCaseRun(LedgerCase worked) {
        this.worked = worked;
        program = ProgramText.read(CLUB, worked.rules());
        crm.programs().define(program, Actor.SYSTEM);
    }

    /**
     * Goes through all lines.
     *
     * @param times how often each step is told
     * @param sweeping whether a sweep runs before each line
     */
    void play(int times, boolean sweeping) {
        for (LedgerCase.Line line : worked.lines()) {
            number++;
            clock.set(instant(line.at()));
            if (sweeping) {
                crm.loyalty().sweep(clock.instant(), ALL);
            }
            for (int i = 0; i < times; i++) {
                happen(line);
            }
        }
        accounts.forEach(
                (who, account) -> assertThat(crm.loyalty().verify(account).discrepancies())
                        .as(who)
                        .isEmpty());
    }

    private void happen(LedgerCase.Line line) {
        if (line.verb().equals("sweep")) {
            crm.loyalty().sweep(clock.instant(), ALL);
            return;
        }
        LoyaltyAccountId account = account(line.who());
        if (line.expects()) {
            line.options()
                    .forEach((figure, value) -> assertThat(figure(account, figure))
                            .as("%s: %s", line, figure)
                            .isEqualTo(value));
            return;
        }
        if (line.option("refused").isEmpty()) {
            long sequence = step(line, account, key(line));
            line.option("as").ifPresent(name -> named.put(name, sequence));
            return;
        }
        Balances before = crm.loyalty().balances(account);
        Throwable refusal = catchThrowable(() -> step(line, account, key(line)));
        assertThat(refusal).as("%s", line).isNotNull();
        assertThat(refusal.getClass().getSimpleName())
                .as("%s", line)
                .isEqualTo(line.options().get("refused"));
        assertThat(crm.loyalty().balances(account)).as("%s", line).isEqualTo(before);
    }

    /** Does a step, and tells the sequence of its first entry. */
    private long step(LedgerCase.Line line, LoyaltyAccountId account, CommandKey key) {
        LoyaltyAccounts loyalty = crm.loyalty();
        return switch (line.verb()) {
            case "earn" -> loyalty.earn(earning(line, account, key)).sequence();
            case "buy" -> buy(line, account, key);
            case "pay" -> pay(line, account, key);
            case "redeem" ->
                loyalty.redeem(RedeemPoints.of(account, line.points(), key)).sequence();
            case "redeem-up-to" ->
                loyalty.redeemUpTo(RedeemPoints.of(account, line.points(), key)).sequence();
            case "reserve" ->
                loyalty.reserve(ReservePoints.of(account, line.points(), key)
                                .lasting(Duration.ofDays(
                                        Period.parse(line.options().get("lasting"))
                                                .getDays())))
                        .hold();
            case "commit" -> commit(line, account, key);
            case "void" ->
                loyalty.voidHold(VoidHold.of(account, named(line), key)).sequence();
            case "restore" -> restore(line, account, key);
            case "reinstate" -> reinstate(line, account, key);
            case "refund" -> refund(line, account, key);
            case "transfer" ->
                loyalty.transfer(TransferPoints.of(
                                account, account(line.options().get("to")), line.points(), key))
                        .sequence();
            default -> throw new IllegalArgumentException(line.text());
        };
    }

    private EarnPoints earning(LedgerCase.Line line, LoyaltyAccountId account, CommandKey key) {
        EarnTerms terms = EarnTerms.STANDARD;
        if (line.option("for").isPresent()) {
            long basis = line.option("on").map(Long::parseLong).orElse(0L);
            terms = terms.forOrder(line.options().get("for"), basis);
        }
        if (line.option("since").isPresent()) {
            terms = terms.at(instant(line.options().get("since")));
        }
        if (line.option("until").isPresent()) {
            terms = terms.expiring(instant(line.options().get("until")));
        }
        return EarnPoints.of(account, line.points(), key).on(terms);
    }

    private long buy(LedgerCase.Line line, LoyaltyAccountId account, CommandKey key) {
        EarningActivity order = EarningActivity.order(OrderLine.of("all", 1, Money.parse("EUR " + line.subject())));
        crm.loyalty()
                .earning()
                .earn(EarnByRules.of(account, order, key)
                        .forOrder(line.options().get("for")));
        return crm.loyalty().find(account).orElseThrow().version();
    }

    /** With as many points as the order takes, each of them worth some euros. */
    private long pay(LedgerCase.Line line, LoyaltyAccountId account, CommandKey key) {
        PointsPayment payment = PointsPayment.of(new BigDecimal(line.options().get("at")));
        long balance = named.computeIfAbsent(
                "before " + number, unused -> crm.loyalty().balance(account));
        long points = payment.quote(balance, balance, Money.parse("EUR " + line.subject()))
                .points();
        return crm.loyalty().redeem(RedeemPoints.of(account, points, key)).sequence();
    }

    private long commit(LedgerCase.Line line, LoyaltyAccountId account, CommandKey key) {
        CommitHold commit = CommitHold.of(account, named(line), key);
        return crm.loyalty()
                .commit(line.option("only")
                        .map(Long::parseLong)
                        .map(commit::only)
                        .orElse(commit))
                .sequence();
    }

    private long restore(LedgerCase.Line line, LoyaltyAccountId account, CommandKey key) {
        RestorePoints restore = RestorePoints.of(account, named(line), key);
        return crm.loyalty()
                .restore(line.option("only")
                        .map(Long::parseLong)
                        .map(restore::only)
                        .orElse(restore))
                .sequence();
    }

    /** What expired last when the step was first told. */
    private long reinstate(LedgerCase.Line line, LoyaltyAccountId account, CommandKey key) {
        crm.loyalty().balances(account);
        List<LoyaltyEvent> history = crm.loyalty().history(account);
        long expiry = named.computeIfAbsent(
                "before " + number,
                unused -> IntStream.range(0, history.size())
                                .filter(i -> history.get(i) instanceof LoyaltyEvent.Expired)
                                .max()
                                .orElseThrow()
                        + 1L);
        ReinstatePoints reinstate = ReinstatePoints.of(account, expiry, key);
        return crm.loyalty()
                .reinstate(line.what().map(Long::parseLong).map(reinstate::only).orElse(reinstate))
                .sequence();
    }

    private long refund(LedgerCase.Line line, LoyaltyAccountId account, CommandKey key) {
        String order = line.subject();
        return crm.loyalty()
                .refund(line.option("so-far")
                        .map(Long::parseLong)
                        .map(soFar -> RefundOrder.part(account, order, soFar, key))
                        .orElseGet(() -> RefundOrder.whole(account, order, key)))
                .sequence();
    }

    private String figure(LoyaltyAccountId account, String figure) {
        Balances balances = crm.loyalty().balances(account);
        LifetimeTotals totals = crm.loyalty().find(account).orElseThrow().totals();
        if (figure.startsWith("lot-")) {
            return String.valueOf(left(account, named.get(figure.substring("lot-".length()))));
        }
        if (figure.startsWith("entries-")) {
            return String.valueOf(entries(account, EntryKind.valueOf(figure.substring("entries-".length()))));
        }
        return switch (figure) {
            case "balance" -> String.valueOf(balances.spendable());
            case "pending" -> String.valueOf(balances.pending());
            case "reserved" -> String.valueOf(balances.reserved());
            case "debt" -> String.valueOf(balances.debt());
            case "earned" -> String.valueOf(totals.earned());
            case "redeemed" -> String.valueOf(totals.redeemed());
            case "restored" -> String.valueOf(totals.restored());
            case "reversed" -> String.valueOf(totals.reversed());
            case "expired" -> String.valueOf(totals.expired());
            case "written-off" -> String.valueOf(totals.writtenOff());
            case "transferred-in" -> String.valueOf(totals.transferredIn());
            case "lots" ->
                lots(account).stream()
                        .map(lot -> String.valueOf(lot.remaining()))
                        .collect(Collectors.joining(" "));
            case "expires" -> expires(account);
            case "tier" ->
                crm.loyalty().tiers().progress(account).tier().map(Tier::name).orElse("none");
            case "tier-points" ->
                String.valueOf(crm.loyalty().tiers().progress(account).points());
            case "liability" ->
                crm.loyalty()
                        .liability()
                        .of(CLUB, clock.instant())
                        .amount()
                        .setScale(2)
                        .toPlainString();
            case "breakage-of-closed" ->
                new PointsCohort(totals.earned(), totals.redeemed(), totals.expired())
                        .breakageOfClosed()
                        .map(BigDecimal::toPlainString)
                        .orElse("none");
            default -> throw new IllegalArgumentException(figure);
        };
    }

    private List<Lot> lots(LoyaltyAccountId account) {
        return crm.loyalty().ledger().openLots(account, ALL);
    }

    private long left(LoyaltyAccountId account, long lot) {
        return lots(account).stream()
                .filter(open -> open.number() == lot)
                .mapToLong(Lot::remaining)
                .sum();
    }

    private long entries(LoyaltyAccountId account, EntryKind kind) {
        return crm.loyalty().history(account).stream()
                .filter(event -> event instanceof LedgerEntry entry && entry.kind() == kind)
                .count();
    }

    /** A day where the clocks of the program show midnight. */
    private String expires(LoyaltyAccountId account) {
        LocalDateTime next = crm.loyalty()
                .ledger()
                .nextExpiries(account)
                .get(0)
                .at()
                .atZone(program.zone())
                .toLocalDateTime();
        LocalDate day = next.toLocalDate();
        return next.equals(day.atStartOfDay()) ? day.toString() : next.toString();
    }

    private long named(LedgerCase.Line line) {
        return named.get(line.subject());
    }

    private CommandKey key(LedgerCase.Line line) {
        return CommandKey.of(line.option("key").orElse("line-" + number));
    }

    private LoyaltyAccountId account(String who) {
        return accounts.computeIfAbsent(
                who,
                name -> crm.loyalty()
                        .enrol(EnrolCustomer.of(
                                crm.customers()
                                        .register(RegisterCustomer.person(name))
                                        .id(),
                                CLUB))
                        .id());
    }

    private Instant instant(String text) {
        LocalDateTime local = text.length() == 10 ? LocalDate.parse(text).atStartOfDay() : LocalDateTime.parse(text);
        return local.atZone(program.zone()).toInstant();
    }
}
