package io.rapport.crm.imports;

import io.rapport.crm.fault.Require;
import java.util.List;

/**
 * What an import did.
 *
 * @param read rows, the sum of the other three counts
 * @param stored rows that were new
 * @param unchanged rows that were stored already
 * @param rejected rows that were not stored, exact also when {@code rejections} is not complete
 * @param rejections the first {@value #MAX_REJECTIONS} rejected rows, in the order of the source
 */
public record ImportReport(
        ImportKind kind, long read, long stored, long unchanged, long rejected, List<Rejection> rejections) {

    /** How many rejections are kept one by one, so that memory stays bounded. */
    public static final int MAX_REJECTIONS = 1000;

    public ImportReport {
        Require.present("kind", kind);
        rejections = Require.list("rejections", rejections);
    }

    /** Whether every row is stored now. */
    public boolean complete() {
        return rejected == 0;
    }
}
