package io.rapport.crm.quickstart.sample;

import java.time.Instant;
import java.util.List;

/** A fictional customer and everything the generator decided that they bought. */
record Shopper(Identity identity, Instant registeredAt, boolean member, List<String> tags, List<Order> orders) {

    /** Who they are; blank where they gave nothing. */
    record Identity(String id, String name, String email, String phone, String country) {}

    /** One order; {@code points} are those redeemed on it. */
    record Order(Instant at, long cents, long points) {}

    Shopper {
        tags = List.copyOf(tags);
        orders = List.copyOf(orders);
    }

    String id() {
        return identity.id();
    }

    boolean boughtBetween(Instant from, Instant until) {
        return orders.stream()
                .anyMatch(order -> !order.at().isBefore(from) && order.at().isBefore(until));
    }
}
