package io.rapport.crm.customer;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Set;

/** Collections with one element more or less. */
final class Copies {

    private Copies() {}

    static <T> List<T> plus(List<T> values, T added) {
        return ImmutableList.<T>builderWithExpectedSize(values.size() + 1)
                .addAll(values)
                .add(added)
                .build();
    }

    static <T> Set<T> plus(Set<T> values, T added) {
        return ImmutableSet.<T>builder().addAll(values).add(added).build();
    }

    static <T> List<T> minus(List<T> values, T removed) {
        return values.stream().filter(value -> !value.equals(removed)).toList();
    }

    static <T> Set<T> minus(Set<T> values, T removed) {
        return values.stream().filter(value -> !value.equals(removed)).collect(ImmutableSet.toImmutableSet());
    }
}
