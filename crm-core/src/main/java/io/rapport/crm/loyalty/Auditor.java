package io.rapport.crm.loyalty;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Computes an account anew from its entries, and says what is stored otherwise. */
final class Auditor {

    private final List<Discrepancy> found = new ArrayList<>();

    private Auditor() {}

    static Verification verify(
            List<LoyaltyEvent> history,
            LoyaltyAccount stored,
            Collection<Lot> lots,
            Collection<LotMovement> movements) {
        Auditor auditor = new Auditor();
        auditor.checkEntries(history);
        AccountBook book = AccountBook.replay(history);
        LoyaltyAccount recomputed = book.account().saved();
        auditor.check("balances", recomputed.balances(), stored.balances());
        auditor.check("totals", recomputed.totals(), stored.totals());
        auditor.check("slidesUntil", recomputed.slidesUntil(), stored.slidesUntil());
        auditor.check("nextEventAt", recomputed.nextEventAt(), stored.nextEventAt());
        auditor.check("version", recomputed.version(), stored.version());
        auditor.check("net", book.balances().net(), netOf(recomputed.totals()));
        auditor.check("lot", book.lots().all(), byNumber(lots, Lot::number));
        auditor.check("hold", byNumber(recomputed.holds(), Hold::number), byNumber(stored.holds(), Hold::number));
        auditor.check("movement", movements(history, stored), byNumber(movements, movement -> movement));
        return new Verification(stored.id(), history.size(), auditor.found);
    }

    /** The balances that entries carry are those that their effects add up to. */
    private void checkEntries(List<LoyaltyEvent> history) {
        Balances balances = Balances.ZERO;
        long sequence = 0;
        for (LoyaltyEvent event : history) {
            sequence++;
            if (event instanceof LedgerEntry entry) {
                balances = balances.plus(entry.effect());
                check("entry " + sequence, balances, entry.posting().after());
            }
        }
    }

    private static long netOf(LifetimeTotals totals) {
        long came = totals.earned() + totals.restored() + totals.transferredIn() + totals.adjustedUp();
        long went = totals.redeemed()
                + totals.reversed()
                + totals.expired()
                + totals.transferredOut()
                + totals.adjustedDown();
        return came - went;
    }

    private static Map<LotMovement, LotMovement> movements(List<LoyaltyEvent> history, LoyaltyAccount account) {
        List<LotMovement> movements = new ArrayList<>();
        long sequence = 0;
        for (LoyaltyEvent event : history) {
            sequence++;
            if (event instanceof LedgerEntry entry) {
                movements.addAll(LotMovement.of(new LedgerLine(account.id(), sequence, entry)));
            }
        }
        return byNumber(movements, movement -> movement);
    }

    private static <K, V> Map<K, V> byNumber(Collection<V> values, Function<V, K> number) {
        return values.stream().collect(Collectors.toMap(number, value -> value));
    }

    private void check(String what, Object recomputed, Object stored) {
        if (!recomputed.equals(stored)) {
            found.add(new Discrepancy(what, recomputed.toString(), stored.toString()));
        }
    }

    private <K, V> void check(String what, Map<K, V> recomputed, Map<K, V> stored) {
        Map<String, K> numbers = new TreeMap<>();
        new ArrayList<>(recomputed.keySet()).forEach(number -> numbers.put(number.toString(), number));
        new ArrayList<>(stored.keySet()).forEach(number -> numbers.put(number.toString(), number));
        for (String name : new TreeSet<>(numbers.keySet())) {
            K number = numbers.get(name);
            check(
                    what + " " + name,
                    recomputed.containsKey(number) ? recomputed.get(number) : "none",
                    stored.containsKey(number) ? stored.get(number) : "none");
        }
    }
}
