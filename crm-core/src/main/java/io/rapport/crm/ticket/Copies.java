package io.rapport.crm.ticket;

import com.google.common.collect.ImmutableSet;
import java.util.Set;

/** Sets with one element more or less, in the order in which elements came. */
final class Copies {

    private Copies() {}

    static <T> Set<T> plus(Set<T> values, T added) {
        return ImmutableSet.<T>builder().addAll(values).add(added).build();
    }

    static <T> Set<T> minus(Set<T> values, T removed) {
        return values.stream().filter(value -> !value.equals(removed)).collect(ImmutableSet.toImmutableSet());
    }
}
