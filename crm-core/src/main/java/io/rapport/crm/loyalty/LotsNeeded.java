package io.rapport.crm.loyalty;

import java.util.Optional;
import java.util.Set;

/**
 * A command came to the edge of the lots that were read. The service reads these, and begins again from the state that
 * it locked; no caller sees it.
 */
final class LotsNeeded extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient LoyaltyAccountId account;
    private final transient Set<Long> numbers;
    private final transient Optional<String> order;

    private LotsNeeded(LoyaltyAccountId account, Set<Long> numbers, Optional<String> order) {
        super("more lots are needed", null, false, false);
        this.account = account;
        this.numbers = numbers;
        this.order = order;
    }

    static LotsNeeded more(LoyaltyAccountId account) {
        return new LotsNeeded(account, Set.of(), Optional.empty());
    }

    static LotsNeeded of(LoyaltyAccountId account, Set<Long> numbers) {
        return new LotsNeeded(account, numbers, Optional.empty());
    }

    static LotsNeeded of(LoyaltyAccountId account, String order) {
        return new LotsNeeded(account, Set.of(), Optional.of(order));
    }

    LoyaltyAccountId account() {
        return account;
    }

    Set<Long> numbers() {
        return numbers;
    }

    Optional<String> order() {
        return order;
    }
}
