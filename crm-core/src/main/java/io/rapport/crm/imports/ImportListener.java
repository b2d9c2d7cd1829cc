package io.rapport.crm.imports;

/**
 * Hears how an import goes, after each batch is committed, on the thread that imports. What it throws ends the import;
 * the batches before stay.
 */
@FunctionalInterface
public interface ImportListener {

    void progress(ImportProgress progress);

    /**
     * Hears of each rejected row in the order of the source, also of those that the report has no more room for; after
     * its batch is committed and before the {@link #progress} of that batch. Does nothing unless overridden.
     */
    default void rejected(Rejection rejection) {}

    /** Hears nothing. */
    static ImportListener none() {
        return progress -> {};
    }
}
