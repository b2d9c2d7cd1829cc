package io.rapport.crm.playbook;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import io.rapport.crm.fault.Constructible;
import io.rapport.crm.fault.Require;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A question about a ticket. It holds when every criterion that is named is met; a criterion with several values is met
 * by any of them. A condition that names nothing holds for every ticket.
 *
 * <pre>{@code
 * TicketCondition.any().category("delivery").keyword("broken").keyword("leaking").priorityAtLeast(2);
 * }</pre>
 *
 * <p>A keyword is one word or several that stand one after the other. Words are runs of letters, marks and digits of any
 * script, compared whole, in Unicode's compatibility form (NFKC), with case folded in {@link java.util.Locale#ROOT}. A
 * script that sets no space between words, such as Chinese, has no words in this sense: use a category or tag there.
 *
 * <p>Of two conditions that hold, the one that names more criteria is the more specific; then the one whose criteria
 * come first in {@link Criterion}; then the one that asks for the higher priority.
 *
 * @param categories compared exactly; at most 20, each at most 64 characters, as in all sets here
 * @param keywords each with at least one letter or digit
 * @param tags compared exactly
 * @param demandingCustomer whether only tickets of demanding customers are meant
 * @param kinds names of ticket kinds, compared exactly
 * @param priorityAtLeast the lowest rank that is meant, 0 to 100
 */
public record TicketCondition(
        @NotNull @Size(max = 20) Set<@NotBlank @Size(max = 64) String> categories,
        @NotNull @Size(max = 20) Set<@NotBlank @Size(max = 64) String> keywords,
        @NotNull @Size(max = 20) Set<@NotBlank @Size(max = 64) String> tags,
        boolean demandingCustomer,
        @NotNull @Size(max = 20) Set<@NotBlank @Size(max = 64) String> kinds,
        @NotNull Optional<@Min(0) @Max(100) Integer> priorityAtLeast) {

    static final int MAX_VALUES = 20;
    static final int MAX_VALUE = 64;
    private static final int MAX_PRIORITY = 100;

    @Constructible(TicketCondition.class)
    public TicketCondition {
        categories = texts("categories", categories);
        keywords = texts("keywords", keywords);
        for (String keyword : keywords) {
            Require.that(
                    !Words.in(keyword).isEmpty(), "keywords[]", "has no word", "give at least one letter or digit");
        }
        tags = texts("tags", tags);
        kinds = texts("kinds", kinds);
        Require.present("priorityAtLeast", priorityAtLeast)
                .ifPresent(rank -> Require.between("priorityAtLeast", rank, 0, MAX_PRIORITY));
    }

    /** Holds for every ticket. */
    public static TicketCondition any() {
        return new TicketCondition(Set.of(), Set.of(), Set.of(), false, Set.of(), Optional.empty());
    }

    public TicketCondition category(String category) {
        return new TicketCondition(
                plus(categories, category), keywords, tags, demandingCustomer, kinds, priorityAtLeast);
    }

    public TicketCondition keyword(String keyword) {
        return new TicketCondition(
                categories, plus(keywords, keyword), tags, demandingCustomer, kinds, priorityAtLeast);
    }

    public TicketCondition tag(String tag) {
        return new TicketCondition(categories, keywords, plus(tags, tag), demandingCustomer, kinds, priorityAtLeast);
    }

    /** Only for tickets of demanding customers. */
    public TicketCondition demanding() {
        return new TicketCondition(categories, keywords, tags, true, kinds, priorityAtLeast);
    }

    public TicketCondition kind(String kind) {
        return new TicketCondition(categories, keywords, tags, demandingCustomer, plus(kinds, kind), priorityAtLeast);
    }

    public TicketCondition priorityAtLeast(int rank) {
        return new TicketCondition(categories, keywords, tags, demandingCustomer, kinds, Optional.of(rank));
    }

    /** The criteria that it names, the most telling first; empty if it holds for every ticket. */
    public List<Criterion> criteria() {
        return Arrays.stream(Criterion.values()).filter(this::names).toList();
    }

    public boolean holds(TicketFacts facts) {
        return reasons(facts).isPresent();
    }

    /** Why it holds, one reason for each criterion that it names; empty if it does not hold. */
    public Optional<List<MatchReason>> reasons(TicketFacts facts) {
        List<MatchReason> reasons = new ArrayList<>();
        for (Criterion criterion : criteria()) {
            List<String> met = met(criterion, facts);
            if (met.isEmpty()) {
                return Optional.empty();
            }
            reasons.add(new MatchReason(criterion, met));
        }
        return Optional.of(List.copyOf(reasons));
    }

    static Set<String> texts(String field, Set<String> values) {
        Set<String> copy = Require.set(field, values);
        Require.that(copy.size() <= MAX_VALUES, field, "has " + copy.size() + " values", "give at most " + MAX_VALUES);
        copy.forEach(value -> Require.text(field + "[]", value, MAX_VALUE));
        return copy;
    }

    static Set<String> plus(Set<String> values, String added) {
        return ImmutableSet.<String>builder().addAll(values).add(added).build();
    }

    private boolean names(Criterion criterion) {
        return switch (criterion) {
            case CATEGORY -> !categories.isEmpty();
            case KEYWORD -> !keywords.isEmpty();
            case TAG -> !tags.isEmpty();
            case DEMANDING_CUSTOMER -> demandingCustomer;
            case KIND -> !kinds.isEmpty();
            case PRIORITY -> priorityAtLeast.isPresent();
        };
    }

    private List<String> met(Criterion criterion, TicketFacts facts) {
        return switch (criterion) {
            case CATEGORY ->
                facts.category().filter(categories::contains).stream().toList();
            case KEYWORD -> keywords.stream().filter(facts::says).sorted().toList();
            case TAG -> Sets.intersection(tags, facts.tags()).stream().sorted().toList();
            case DEMANDING_CUSTOMER -> facts.demandingCustomer() ? List.of("demanding") : List.of();
            case KIND -> kinds.contains(facts.kind()) ? List.of(facts.kind()) : List.of();
            case PRIORITY ->
                priorityAtLeast.filter(least -> facts.priority() >= least).stream()
                        .map(least -> Integer.toString(facts.priority()))
                        .toList();
        };
    }
}
