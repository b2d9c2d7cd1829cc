package io.rapport.crm.imports;

import io.rapport.crm.fault.AlreadyExistsException;
import io.rapport.crm.fault.Require;
import io.rapport.crm.store.Workspace;
import java.util.stream.Stream;

/**
 * Brings in what the host has already: customers first, then what refers to them by the host's own keys, and tickets
 * before the responses about them.
 *
 * <pre>{@code
 * ImportReport report = crm.importer().listener(bar::show).orders(csv.lines().map(line ->
 *         ImportRow.of("orders.csv", line.number(), () -> new ImportOrder(
 *                 ExternalId.of("shop", line.get("order")), ExternalId.of("shop", line.get("customer")),
 *                 Instant.parse(line.get("at")), Money.parse(line.get("total"))))));
 * }</pre>
 *
 * <p>A row that breaks a rule is rejected with its line, the field and the reason, and the others are stored. Each batch is
 * one transaction, so an import that ends early, for whatever reason, has stored whole batches; running it again stores
 * the rest. A row is known by its external id: stored already with the same content it counts as unchanged, with other
 * content it is rejected. A customer who exists is left as they are, since they may have changed since; one who was
 * deleted has no keys any more and comes in anew. A ticket that went on since it was imported is compared in what cannot
 * have changed: customer, kind, subject, opening and first answer. An external id that comes twice in one run is rejected
 * the second time.
 *
 * <p>Memory holds one batch, {@value ImportReport#MAX_REJECTIONS} rejections, and the external ids of the run. A batch
 * takes up to three look-ups and one write; a key that is taken costs some more for its batch. When the store joins a
 * transaction of the host, nothing is committed here, and a taken key ends the import with
 * {@link AlreadyExistsException}. Immutable and thread-safe; each import runs on the thread that asked for it. Streams are
 * read once, in order, and closed by whoever opened them.
 */
public final class Importer {

    private static final int DEFAULT_BATCH = 1000;
    private static final int MAX_BATCH = 10_000;

    private final Workspace workspace;
    private final int batchSize;
    private final boolean announcing;
    private final ImportListener listener;

    public Importer(Workspace workspace) {
        this(workspace, DEFAULT_BATCH, false, ImportListener.none());
    }

    private Importer(Workspace workspace, int batchSize, boolean announcing, ImportListener listener) {
        this.workspace = workspace;
        this.batchSize = batchSize;
        this.announcing = announcing;
        this.listener = listener;
    }

    /**
     * How many rows share a transaction; 1,000 unless said.
     *
     * @param rows 1 to 10,000
     */
    public Importer batchSize(int rows) {
        return new Importer(workspace, Require.between("batchSize", rows, 1, MAX_BATCH), announcing, listener);
    }

    /** Whether events go to the outbox and the host's listener; they do not unless said, for history is not news. */
    public Importer announcing(boolean announce) {
        return new Importer(workspace, batchSize, announce, listener);
    }

    /** Who hears how it goes; nobody unless said. */
    public Importer listener(ImportListener hearer) {
        return new Importer(workspace, batchSize, announcing, Require.present("listener", hearer));
    }

    public ImportReport customers(Stream<ImportRow<ImportCustomer>> rows) {
        return run(new CustomerIntake(workspace), rows);
    }

    public ImportReport interactions(Stream<ImportRow<ImportInteraction>> rows) {
        return run(new InteractionIntake(workspace), rows);
    }

    public ImportReport orders(Stream<ImportRow<ImportOrder>> rows) {
        return run(new OrderIntake(workspace), rows);
    }

    public ImportReport tickets(Stream<ImportRow<ImportTicket>> rows) {
        return run(new TicketIntake(workspace), rows);
    }

    public ImportReport responses(Stream<ImportRow<ImportResponse>> rows) {
        return run(new ResponseIntake(workspace), rows);
    }

    private <T> ImportReport run(Intake<T> intake, Stream<ImportRow<T>> rows) {
        return new ImportRun<>(workspace, intake, announcing).run(rows, batchSize, listener);
    }
}
