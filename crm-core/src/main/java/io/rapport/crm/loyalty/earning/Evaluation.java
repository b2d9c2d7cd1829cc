package io.rapport.crm.loyalty.earning;

import com.google.common.collect.ImmutableList;
import io.rapport.crm.fault.InvalidInputException;
import io.rapport.crm.fault.Require;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Rules executed one after the other on what was bought. Used once. */
final class Evaluation {

    private final EarningRules rules;
    private final Optional<String> event;
    private final List<Item> items;
    private final BigDecimal tierMultiplier;
    private final Tally tally;
    private final List<String> matched = new ArrayList<>();
    private final List<PassedOver> passedOver = new ArrayList<>();

    private Evaluation(EarningRules rules, Optional<String> event, List<Item> items, BigDecimal tierMultiplier) {
        this.rules = rules;
        this.event = event;
        this.items = items;
        this.tierMultiplier = tierMultiplier;
        tally = new Tally(rules.rounding());
    }

    static EarningResult of(EarningRules rules, EarningActivity activity, EarningContext context) {
        requireCurrency(rules, activity);
        try {
            return counted(rules, activity, context);
        } catch (ArithmeticException tooMany) {
            throw new InvalidInputException(
                    "lines", "would earn more points than can be counted", "give points for more money each");
        }
    }

    private static EarningResult counted(EarningRules rules, EarningActivity activity, EarningContext context) {
        List<EarnedLine> lines = Item.lines(activity);
        List<Item> items = Item.of(lines, lines.stream().map(EarnedLine::worth).toList());
        Evaluation evaluation = new Evaluation(rules, activity.event(), items, context.tierMultiplier());
        evaluation.execute(context);
        Caps refusing = new Caps(rules.caps(), evaluation.tally.gains());
        List<EarningCap> refused = refusing.refuse(context);
        evaluation.matched.removeIf(rule -> refused.stream().anyMatch(cap -> cap.counts(rule)));
        Evaluation allowed = new Evaluation(rules, activity.event(), items, context.tierMultiplier());
        allowed.repeat(evaluation.matched);
        Caps trimming = new Caps(rules.caps(), allowed.tally.gains());
        Map<String, Long> room = room(rules, context);
        trimming.trim(room);
        List<CapCut> cuts = ImmutableList.<CapCut>builder()
                .addAll(refusing.cuts())
                .addAll(trimming.cuts())
                .build();
        EarningRecord record = new EarningRecord(
                activity.event(), lines, evaluation.matched, context.tierMultiplier(), room, trimming.gains(), cuts);
        return new EarningResult(trimming.points(), trimming.gains(), cuts, evaluation.passedOver, record);
    }

    static long kept(EarningRules rules, EarningRecord record, List<Long> left) {
        Evaluation evaluation =
                new Evaluation(rules, record.event(), Item.of(record.lines(), left), record.tierMultiplier());
        evaluation.repeat(record.matched());
        Caps caps = new Caps(rules.caps(), evaluation.tally.gains());
        caps.trim(record.room());
        return caps.points();
    }

    /** Executes rules that matched before, if they still do; when they hold and which was the last is settled. */
    private void repeat(List<String> names) {
        rules.rules().stream()
                .filter(rule -> names.contains(rule.name()))
                .filter(rule -> mismatch(rule).isEmpty())
                .forEach(this::give);
    }

    private void execute(EarningContext context) {
        boolean stopped = false;
        for (PointsRule rule : rules.rules()) {
            Optional<PassedOver.Reason> reason = stopped
                    ? Optional.of(PassedOver.Reason.STOPPED)
                    : Optional.of(PassedOver.Reason.OUTSIDE_WINDOW)
                            .filter(unused -> !rule.holds(context.at()))
                            .or(() -> mismatch(rule));
            if (reason.isPresent()) {
                passedOver.add(new PassedOver(rule.name(), Optional.empty(), reason.get()));
            } else {
                matched.add(rule.name());
                noteExcluded(rule);
                give(rule);
                stopped = rule.stops();
            }
        }
    }

    /** Why a rule is not for this, but for when it holds. */
    private Optional<PassedOver.Reason> mismatch(PointsRule rule) {
        boolean forEvents = rule.kind() == PointsRule.Kind.PER_EVENT;
        if (event.isPresent()) {
            boolean fits = forEvents
                    ? rule.event().equals(event)
                    : rule.multiplies() && rule.on().empty();
            return fits ? Optional.empty() : Optional.of(PassedOver.Reason.OTHER_ACTIVITY);
        }
        if (forEvents) {
            return Optional.of(PassedOver.Reason.OTHER_ACTIVITY);
        }
        if (rule.minimumOrder().stream().anyMatch(least -> worth() < Amounts.minor("minimumOrder", least))) {
            return Optional.of(PassedOver.Reason.BELOW_MINIMUM);
        }
        boolean any = items.stream().anyMatch(item -> applies(rule, item));
        boolean excluded = items.stream().anyMatch(item -> selected(rule, item));
        return any
                ? Optional.empty()
                : Optional.of(excluded ? PassedOver.Reason.EXCLUDED : PassedOver.Reason.OTHER_ACTIVITY);
    }

    private void give(PointsRule rule) {
        Fraction rate = Fraction.of(rule.rate());
        switch (rule.kind()) {
            case PER_AMOUNT -> giveByAmount(rule, rate);
            case PER_UNIT -> {
                for (Item item : itemsOf(rule)) {
                    tally.add(rule, Optional.of(item.line()), rate.times(Fraction.of(item.quantity())));
                }
            }
            case PER_ORDER, PER_EVENT -> tally.add(rule, Optional.empty(), rate);
            case MULTIPLIER -> tally.multiply(rule, rate, whole(rule), lines(rule));
            case TIER_MULTIPLIER -> tally.multiply(rule, Fraction.of(tierMultiplier), whole(rule), lines(rule));
        }
        tally.close();
    }

    private void giveByAmount(PointsRule rule, Fraction rate) {
        long per = Amounts.minor("per", rule.per().orElseThrow());
        boolean perLine = rules.rounding().scope() == Rounding.Scope.LINE;
        long before = 0;
        for (Item item : itemsOf(rule)) {
            long amount = rule.on().empty() ? item.worth() : item.amount();
            Fraction steps = Fraction.of(amount).dividedBy(Fraction.of(per));
            if (rule.wholeSteps()) {
                long from = perLine ? 0 : before;
                steps = Fraction.of(Math.addExact(from, amount) / per - from / per);
            }
            before = Math.addExact(before, amount);
            tally.add(rule, Optional.of(item.line()), rate.times(steps));
        }
    }

    private boolean whole(PointsRule rule) {
        return rule.on().empty();
    }

    private Set<Integer> lines(PointsRule rule) {
        return Set.copyOf(itemsOf(rule).stream().map(Item::line).toList());
    }

    private List<Item> itemsOf(PointsRule rule) {
        return items.stream().filter(item -> applies(rule, item)).toList();
    }

    private boolean applies(PointsRule rule, Item item) {
        return selected(rule, item) && !excluded(rule, item);
    }

    private static boolean selected(PointsRule rule, Item item) {
        return item.there() && (rule.on().empty() || item.in(rule.on()));
    }

    private boolean excluded(PointsRule rule, Item item) {
        return item.in(rules.excluded()) || item.in(rule.except());
    }

    private void noteExcluded(PointsRule rule) {
        items.stream()
                .filter(item -> selected(rule, item) && excluded(rule, item))
                .map(item -> new PassedOver(rule.name(), Optional.of(item.line()), PassedOver.Reason.EXCLUDED))
                .forEach(passedOver::add);
    }

    private long worth() {
        return items.stream()
                .filter(item -> !item.in(rules.excluded()))
                .mapToLong(Item::worth)
                .sum();
    }

    private static Map<String, Long> room(EarningRules rules, EarningContext context) {
        Map<String, Long> room = new HashMap<>();
        rules.caps().stream()
                .filter(cap -> cap.kind() == EarningCap.Kind.TRIM)
                .forEach(cap -> room.put(cap.name(), Math.max(0, cap.limit() - context.used(cap))));
        return room;
    }

    private static void requireCurrency(EarningRules rules, EarningActivity activity) {
        activity.lines().stream()
                .findFirst()
                .ifPresent(line -> Require.that(
                        rules.rules().stream()
                                .flatMap(rule -> rule.per().or(rule::minimumOrder).stream())
                                .allMatch(line.amount()::isSameCurrency),
                        "lines",
                        "are in another currency than the rules",
                        "give them in the currency of the program"));
    }
}
