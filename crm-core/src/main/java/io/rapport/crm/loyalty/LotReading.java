package io.rapport.crm.loyalty;

import com.google.common.collect.Maps;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Reads as many lots of locked accounts as a command turns out to need. A command begins with the few that are read
 * together with the lock, and is tried again with more when it comes to their edge.
 */
final class LotReading {

    /** How many lots are read together with the lock. */
    static final int FIRST_LOTS = 32;

    private static final int STEP = 8;

    private final LoyaltyRepository accounts;
    private final Map<LoyaltyAccountId, Sheet> sheets;

    LotReading(LoyaltyRepository accounts, LockedAccount... locked) {
        this.accounts = accounts;
        sheets = Maps.uniqueIndex(
                Arrays.stream(locked).map(Sheet::new).toList(),
                sheet -> sheet.locked.account().id());
    }

    /** What is read of one account so far. */
    private static final class Sheet {

        private final LockedAccount locked;
        private List<Lot> first;
        private int limit;
        private boolean ofEachPhase;
        private final List<Lot> named = new ArrayList<>();
        private final Set<String> orders = new HashSet<>();

        Sheet(LockedAccount locked) {
            this.locked = locked;
            first = locked.lots();
            limit = locked.limit();
        }

        LotShelf shelf() {
            LotShelf shelf = new LotShelf(locked.account().id());
            return ofEachPhase
                    ? shelf.with(first, limit)
                    : shelf.withOpen(
                            first, limit, locked.account().slidesUntil().isPresent());
        }
    }

    /** A new book of an account with what is read of it. */
    AccountBook book(LoyaltyAccountId id, Instant now) {
        Sheet sheet = sheet(id);
        LotShelf lots = sheet.shelf().with(sheet.named).complete(sheet.orders);
        return new AccountBook(sheet.locked.account(), sheet.locked.rules(), lots, now);
    }

    /**
     * Tries until nothing more is needed.
     *
     * @param attempt begins with new books each time
     */
    <R> R untilEnough(Supplier<R> attempt) {
        while (true) {
            try {
                return attempt.get();
            } catch (LotsNeeded needed) {
                read(needed);
            }
        }
    }

    private void read(LotsNeeded needed) {
        Sheet sheet = sheet(needed.account());
        needed.order().ifPresent(order -> {
            sheet.named.addAll(accounts.lotsOfOrder(needed.account(), order));
            sheet.orders.add(order);
        });
        if (!needed.numbers().isEmpty()) {
            sheet.named.addAll(numbered(needed));
        }
        if (needed.order().isEmpty() && needed.numbers().isEmpty()) {
            sheet.limit = Math.multiplyExact(sheet.limit, STEP);
            sheet.first = accounts.firstLots(needed.account(), sheet.limit);
            sheet.ofEachPhase = true;
        }
    }

    /** All of them; that one is missing would show a broken store, and asking for it again would never end. */
    private List<Lot> numbered(LotsNeeded needed) {
        List<Lot> found = accounts.lots(needed.account(), needed.numbers());
        if (found.size() != needed.numbers().size()) {
            throw new IllegalStateException(needed.account() + " has no longer all of its lots " + needed.numbers());
        }
        return found;
    }

    private Sheet sheet(LoyaltyAccountId id) {
        Sheet sheet = sheets.get(id);
        if (sheet == null) {
            throw new IllegalStateException(id + " is not locked");
        }
        return sheet;
    }
}
