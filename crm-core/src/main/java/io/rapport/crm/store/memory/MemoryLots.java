package io.rapport.crm.store.memory;

import io.rapport.crm.loyalty.AccountChange;
import io.rapport.crm.loyalty.Lot;
import io.rapport.crm.loyalty.LotPhase;
import io.rapport.crm.loyalty.LotPlace;
import io.rapport.crm.loyalty.LoyaltyAccountId;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The lots of a tenant's loyalty accounts, also in the order in which they are used. */
final class MemoryLots {

    private static final class Shelf {

        private final NavigableMap<Long, Lot> byNumber = new TreeMap<>();
        private final Map<LotPhase, NavigableMap<LotPlace, Lot>> byPlace = new EnumMap<>(LotPhase.class);

        void put(Lot lot) {
            remove(lot.number());
            byNumber.put(lot.number(), lot);
            places(lot.phase()).put(LotPlace.of(lot), lot);
        }

        void remove(long number) {
            Optional.ofNullable(byNumber.remove(number))
                    .ifPresent(before -> places(before.phase()).remove(LotPlace.of(before)));
        }

        private NavigableMap<LotPlace, Lot> places(LotPhase phase) {
            return byPlace.computeIfAbsent(phase, unused -> new TreeMap<>());
        }
    }

    private final Journal journal;
    private final Map<LoyaltyAccountId, Shelf> shelves = new HashMap<>();

    MemoryLots(Journal journal) {
        this.journal = journal;
    }

    void save(AccountChange change) {
        Shelf shelf = shelf(change.account().id());
        change.lots().forEach(lot -> put(shelf, lot));
    }

    List<Lot> open(LoyaltyAccountId id, int limit) {
        return first(id, limit).stream().limit(limit).toList();
    }

    List<Lot> first(LoyaltyAccountId id, int limit) {
        Shelf shelf = shelf(id);
        return Stream.of(LotPhase.values())
                .filter(phase -> phase != LotPhase.EMPTY)
                .flatMap(phase -> shelf.places(phase).values().stream().limit(limit))
                .toList();
    }

    List<Lot> numbered(LoyaltyAccountId id, Collection<Long> numbers) {
        Shelf shelf = shelf(id);
        return numbers.stream()
                .map(shelf.byNumber::get)
                .filter(Objects::nonNull)
                .toList();
    }

    List<Lot> all(LoyaltyAccountId id) {
        return List.copyOf(shelf(id).byNumber.values());
    }

    private Shelf shelf(LoyaltyAccountId id) {
        return shelves.computeIfAbsent(id, unused -> new Shelf());
    }

    private void put(Shelf shelf, Lot lot) {
        Optional<Lot> before = Optional.ofNullable(shelf.byNumber.get(lot.number()));
        journal.add(() -> before.ifPresentOrElse(shelf::put, () -> shelf.remove(lot.number())));
        shelf.put(lot);
    }
}
