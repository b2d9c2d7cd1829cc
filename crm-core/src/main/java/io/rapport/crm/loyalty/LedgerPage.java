package io.rapport.crm.loyalty;

import io.rapport.crm.fault.Require;
import java.util.List;
import java.util.OptionalLong;

/**
 * A page of a ledger, the newest line first.
 *
 * @param next what to ask for with {@link LedgerPageRequest#before(long, int)} to see older lines; empty when this is
 *     the last page
 */
public record LedgerPage(List<LedgerLine> lines, OptionalLong next) {

    public LedgerPage {
        lines = Require.list("lines", lines);
        Require.present("next", next);
    }

    /**
     * Cuts a page out of lines that were read with one more than wanted.
     *
     * @param lines at most {@code request.size() + 1} lines, the newest first
     */
    public static LedgerPage of(LedgerPageRequest request, List<LedgerLine> lines) {
        if (lines.size() <= request.size()) {
            return new LedgerPage(lines, OptionalLong.empty());
        }
        List<LedgerLine> wanted = lines.subList(0, request.size());
        return new LedgerPage(
                wanted, OptionalLong.of(wanted.get(wanted.size() - 1).sequence()));
    }

    public boolean hasNext() {
        return next.isPresent();
    }
}
