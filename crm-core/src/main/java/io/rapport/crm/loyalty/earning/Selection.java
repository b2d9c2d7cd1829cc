package io.rapport.crm.loyalty.earning;

import com.google.common.collect.ImmutableSortedSet;
import io.rapport.crm.fault.Require;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Lines of an order by what was bought. Keys are compared exactly.
 *
 * @param skus the host's keys of articles
 * @param categories the host's own categories
 */
public record Selection(Set<String> skus, Set<String> categories) {

    /** No line. */
    public static final Selection NONE = new Selection(Set.of(), Set.of());

    public Selection {
        skus = sorted("skus", skus);
        categories = sorted("categories", categories);
    }

    public static Selection skus(String... keys) {
        return new Selection(Set.of(keys), Set.of());
    }

    public static Selection categories(String... names) {
        return new Selection(Set.of(), Set.of(names));
    }

    /** Whether it names nothing. */
    public boolean empty() {
        return skus.isEmpty() && categories.isEmpty();
    }

    /** Whether it names an article, or its category. */
    public boolean names(String sku, Optional<String> category) {
        return skus.contains(sku) || category.filter(categories::contains).isPresent();
    }

    /** In an order of their own, so that equal definitions are written alike. */
    private static Set<String> sorted(String field, Collection<String> keys) {
        List<String> given = Require.list(field, keys);
        given.forEach(key -> Require.text(field, key, OrderLine.MAX_KEY));
        return ImmutableSortedSet.copyOf(given);
    }
}
