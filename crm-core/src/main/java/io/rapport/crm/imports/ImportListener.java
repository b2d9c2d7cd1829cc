package io.rapport.crm.imports;

/**
 * Hears how an import goes, after each batch is committed, on the thread that imports. What it throws ends the import;
 * the batches before stay.
 */
@FunctionalInterface
public interface ImportListener {

    void progress(ImportProgress progress);

    /** Hears nothing. */
    static ImportListener none() {
        return progress -> {};
    }
}
