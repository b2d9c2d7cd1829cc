package io.rapport.crm.loyalty.earning;

import com.google.common.collect.ImmutableList;
import java.util.List;

/**
 * What is left of a line while rules are executed.
 *
 * @param line the place of the line from 0
 * @param bought what was bought
 * @param quantity how many units are left
 * @param amount what is left of its amount before the order's discount, in minor units
 * @param worth what is left of it after, in minor units
 * @param there whether anything is left
 */
record Item(int line, EarnedLine bought, long quantity, long amount, long worth, boolean there) {

    /** All lines of an order, each with its share of the discount. */
    static List<EarnedLine> lines(EarningActivity activity) {
        long discount = activity.discount()
                .map(amount -> Amounts.minor("discount", amount))
                .orElse(0L);
        long total = activity.worth() + discount;
        ImmutableList.Builder<EarnedLine> lines = ImmutableList.builder();
        long before = 0;
        for (OrderLine line : activity.lines()) {
            long amount = Amounts.minor("amount", line.amount());
            long after = before + amount;
            long share =
                    total == 0 ? 0 : Amounts.share(discount, after, total) - Amounts.share(discount, before, total);
            lines.add(new EarnedLine(line.sku(), line.category(), line.quantity(), amount, amount - share));
            before = after;
        }
        return lines.build();
    }

    static List<Item> of(List<EarnedLine> lines, List<Long> left) {
        ImmutableList.Builder<Item> items = ImmutableList.builder();
        for (int i = 0; i < lines.size(); i++) {
            items.add(of(i, lines.get(i), left.get(i)));
        }
        return items.build();
    }

    private static Item of(int index, EarnedLine line, long left) {
        return new Item(
                index,
                line,
                Amounts.share(line.quantity(), left, line.worth()),
                Amounts.share(line.amount(), left, line.worth()),
                left,
                left > 0 || line.worth() == 0);
    }

    boolean in(Selection selection) {
        return selection.names(bought.sku(), bought.category());
    }
}
