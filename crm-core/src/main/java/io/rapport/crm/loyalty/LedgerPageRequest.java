package io.rapport.crm.loyalty;

import io.rapport.crm.fault.Require;
import io.rapport.crm.store.PageRequest;
import java.util.OptionalLong;

/**
 * Which page of a ledger is wanted. Ledgers are read from the newest entry back.
 *
 * @param size 1 to {@value PageRequest#MAX_SIZE} lines
 * @param before the sequence at which the page before ended; empty for the newest lines
 */
public record LedgerPageRequest(int size, OptionalLong before) {

    public LedgerPageRequest {
        Require.between("size", size, 1, PageRequest.MAX_SIZE);
        Require.present("before", before).ifPresent(sequence -> Require.positive("before", sequence));
    }

    public static LedgerPageRequest newest(int size) {
        return new LedgerPageRequest(size, OptionalLong.empty());
    }

    public static LedgerPageRequest before(long sequence, int size) {
        return new LedgerPageRequest(size, OptionalLong.of(sequence));
    }
}
