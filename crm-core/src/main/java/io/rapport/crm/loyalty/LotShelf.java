package io.rapport.crm.loyalty;

import com.google.common.collect.ImmutableList;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The lots that one command works with, in the order in which they are used. Only the first lots of each phase were
 * read; to look past the last of them throws {@link LotsNeeded}.
 */
final class LotShelf {

    private final LoyaltyAccountId account;
    private final Map<Long, Lot> lots = new HashMap<>();
    private final Map<LotPhase, LotRow> rows = new EnumMap<>(LotPhase.class);
    private final Set<String> orders = new HashSet<>();
    private final Set<Long> touched = new LinkedHashSet<>();

    /** A shelf on which nothing is missing. */
    LotShelf(LoyaltyAccountId account) {
        this.account = account;
    }

    /**
     * Puts the first open lots on the shelf, whatever their phases.
     *
     * @param open in the order of their phases
     * @param limit how many were asked for; if there are as many, there may be more of the last one's phase and of those
     *     after it
     * @param sliding whether the account ever had sliding points
     */
    LotShelf withOpen(List<Lot> open, int limit, boolean sliding) {
        open.forEach(this::put);
        if (open.size() >= limit) {
            LotPhase last = open.get(open.size() - 1).phase();
            row(last).readUpToLast();
            EnumSet.range(last, sliding ? LotPhase.SLIDING : LotPhase.ACTIVE).stream()
                    .filter(phase -> phase != last)
                    .forEach(phase -> row(phase).unread());
        }
        return this;
    }

    /**
     * Puts the first lots of each phase on the shelf.
     *
     * @param limit how many of each phase were asked for; where there are as many, there may be more
     */
    LotShelf with(Collection<Lot> first, int limit) {
        first.forEach(this::put);
        rows.forEach((phase, row) -> {
            if (phase != LotPhase.EMPTY) {
                row.readUpTo(limit);
            }
        });
        return this;
    }

    /** Puts lots on the shelf that were asked for by name. */
    LotShelf with(Collection<Lot> named) {
        named.stream().filter(lot -> !lots.containsKey(lot.number())).forEach(this::put);
        return this;
    }

    /** Notes that all lots of an order are on the shelf. */
    LotShelf complete(Collection<String> known) {
        orders.addAll(known);
        return this;
    }

    /** Every lot that is here, by number. */
    Map<Long, Lot> all() {
        return Map.copyOf(lots);
    }

    /** Those that an entry moved, as they are now. */
    List<Lot> touched() {
        return touched.stream().map(this::lot).toList();
    }

    Lot lot(long number) {
        Lot lot = lots.get(number);
        if (lot == null) {
            throw LotsNeeded.of(account, Set.of(number));
        }
        return lot;
    }

    /** Makes sure that the lots of a list are here. */
    void require(List<Allocation> allocations) {
        Set<Long> missing = new HashSet<>();
        allocations.stream()
                .map(Allocation::lot)
                .filter(number -> !lots.containsKey(number))
                .forEach(missing::add);
        if (!missing.isEmpty()) {
            throw LotsNeeded.of(account, missing);
        }
    }

    /** The lots that were earned on an order, the first first. */
    List<Lot> ofOrder(String order) {
        if (!orders.contains(order)) {
            throw LotsNeeded.of(account, order);
        }
        return lots.values().stream()
                .filter(lot -> lot.terms().order().filter(order::equals).isPresent())
                .sorted((left, right) -> Long.compare(left.number(), right.number()))
                .toList();
    }

    /** When the next pending lot becomes active. */
    Optional<Instant> nextActivation() {
        return row(LotPhase.PENDING).first().map(LotPlace::due);
    }

    /** When the next points expire. */
    Optional<Instant> nextExpiry(Optional<Instant> slidesUntil) {
        Optional<Instant> own =
                row(LotPhase.ACTIVE).first().map(LotPlace::due).filter(due -> due.isBefore(LotPlace.NEVER));
        Optional<Instant> slid = row(LotPhase.SLIDING).first().isPresent() ? slidesUntil : Optional.empty();
        return Instants.earliest(own, slid);
    }

    /** All pending points that are due for activation. */
    List<Allocation> dueForActivation(Instant until) {
        return due(LotPhase.PENDING, until);
    }

    /** All active points whose expiry has come. */
    List<Allocation> expired(Instant until, Optional<Instant> slidesUntil) {
        ImmutableList.Builder<Allocation> expired = ImmutableList.builder();
        expired.addAll(due(LotPhase.ACTIVE, until));
        if (slidesUntil.filter(end -> !end.isAfter(until)).isPresent()) {
            expired.addAll(due(LotPhase.SLIDING, LotPlace.NEVER));
        }
        return expired.build();
    }

    /** Points to take, those that expire soonest first; the caller knows that there are as many. */
    List<Allocation> soonestExpiring(long points, Optional<Instant> slidesUntil) {
        ImmutableList.Builder<Allocation> taken = ImmutableList.builder();
        Optional<LotPlace> own = row(LotPhase.ACTIVE).first();
        Optional<LotPlace> sliding = row(LotPhase.SLIDING).first();
        long left = points;
        while (left > 0) {
            boolean slides = slidesFirst(own, sliding, slidesUntil);
            LotPlace next = (slides ? sliding : own).orElseThrow();
            long part = Math.min(left, lot(next.number()).remaining());
            taken.add(new Allocation(next.number(), part));
            left -= part;
            if (left > 0 && slides) {
                sliding = row(LotPhase.SLIDING).after(next);
            } else if (left > 0) {
                own = row(LotPhase.ACTIVE).after(next);
            }
        }
        return taken.build();
    }

    /** Does what an entry does to lots. */
    void apply(long sequence, LedgerEntry entry) {
        entry.opened().ifPresent(terms -> {
            boolean pending = entry instanceof LoyaltyEvent.Earned earned && earned.pending();
            touch(Lot.opened(sequence, terms, entry.points(), pending));
        });
        require(entry.allocations());
        for (Allocation part : entry.allocations()) {
            touch(lot(part.lot()).moved(entry.kind(), part.points()));
        }
        if (entry instanceof LoyaltyEvent.Reversed reversed) {
            reversed.claims().forEach(claim -> touch(lot(claim.lot()).clawedBack(claim.points())));
        }
    }

    private static boolean slidesFirst(
            Optional<LotPlace> own, Optional<LotPlace> sliding, Optional<Instant> slidesUntil) {
        if (own.isEmpty() || sliding.isEmpty()) {
            return sliding.isPresent();
        }
        LotPlace slid = sliding.get();
        return new LotPlace(slidesUntil.orElse(LotPlace.NEVER), slid.earnedAt(), slid.number()).compareTo(own.get())
                < 0;
    }

    private List<Allocation> due(LotPhase phase, Instant until) {
        ImmutableList.Builder<Allocation> due = ImmutableList.builder();
        Optional<LotPlace> next = row(phase).first();
        while (next.map(LotPlace::due).filter(at -> !at.isAfter(until)).isPresent()) {
            LotPlace place = next.get();
            due.add(new Allocation(place.number(), lot(place.number()).remaining()));
            next = row(phase).after(place);
        }
        return due.build();
    }

    private void touch(Lot lot) {
        put(lot);
        touched.add(lot.number());
    }

    private void put(Lot lot) {
        Lot before = lots.put(lot.number(), lot);
        if (before != null) {
            row(before.phase()).remove(LotPlace.of(before));
        }
        row(lot.phase()).add(LotPlace.of(lot));
    }

    private LotRow row(LotPhase phase) {
        return rows.computeIfAbsent(phase, unused -> new LotRow(account));
    }
}
