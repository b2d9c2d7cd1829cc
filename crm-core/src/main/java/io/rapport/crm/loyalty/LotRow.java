package io.rapport.crm.loyalty;

import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/** The places of the lots of one phase, in order, as far as they were read. */
final class LotRow {

    private final LoyaltyAccountId account;
    private final NavigableSet<LotPlace> places = new TreeSet<>();
    private Optional<LotPlace> edge = Optional.empty();

    LotRow(LoyaltyAccountId account) {
        this.account = account;
    }

    void add(LotPlace place) {
        places.add(place);
    }

    void remove(LotPlace place) {
        places.remove(place);
    }

    /** Notes that, where as many were read as were asked for, there may be more behind the last. */
    void readUpTo(int limit) {
        if (places.size() >= limit) {
            readUpToLast();
        }
    }

    /** Notes that there may be more behind the last. */
    void readUpToLast() {
        edge = Optional.of(places.last());
    }

    /** Notes that none was read. */
    void unread() {
        edge = Optional.of(LotPlace.FIRST);
    }

    /**
     * The first place.
     *
     * @throws LotsNeeded if one that was not read may come before it
     */
    Optional<LotPlace> first() {
        return known(places.isEmpty() ? Optional.empty() : Optional.of(places.first()));
    }

    /**
     * The place behind another.
     *
     * @throws LotsNeeded if one that was not read may come before it
     */
    Optional<LotPlace> after(LotPlace place) {
        return known(Optional.ofNullable(places.higher(place)));
    }

    private Optional<LotPlace> known(Optional<LotPlace> place) {
        if (edge.isPresent() && (place.isEmpty() || place.get().compareTo(edge.get()) > 0)) {
            throw LotsNeeded.more(account);
        }
        return place;
    }
}
