package io.rapport.crm.imports;

import com.google.common.collect.Iterators;
import io.rapport.crm.fault.AlreadyExistsException;
import io.rapport.crm.store.Workspace;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One import from its first row to its report. */
final class ImportRun<T> {

    private final Workspace workspace;
    private final Intake<T> intake;
    private final boolean announced;
    private final RowReader<T> reader;
    private final List<Rejection> rejections = new ArrayList<>();
    private long stored;
    private long unchanged;
    private long rejected;
    private boolean ownTransactions = true;

    ImportRun(Workspace workspace, Intake<T> intake, boolean announced) {
        this.workspace = workspace;
        this.intake = intake;
        this.announced = announced;
        reader = new RowReader<>(workspace, intake);
    }

    ImportReport run(Stream<ImportRow<T>> rows, int batchSize, ImportListener listener) {
        Iterators.partition(rows.iterator(), batchSize).forEachRemaining(batch -> {
            take(batch.stream().map(reader::read).toList(), listener);
            listener.progress(new ImportProgress(intake.kind(), read(), stored, unchanged, rejected));
        });
        return new ImportReport(intake.kind(), read(), stored, unchanged, rejected, rejections);
    }

    private void take(List<RowReader.Line<T>> lines, ImportListener listener) {
        List<T> values = lines.stream()
                .map(RowReader.Line::value)
                .flatMap(Optional::stream)
                .toList();
        Iterator<Verdict> verdicts = stored(values).iterator();
        for (RowReader.Line<T> line : lines) {
            count(line.row(), line.value().isPresent() ? verdicts.next() : line.verdict(), listener);
        }
    }

    /** Halves what a taken key made fail, until the rows that are free to go are stored and the others stand alone. */
    private List<Verdict> stored(List<T> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        try {
            return inOneTransaction(rows);
        } catch (AlreadyExistsException conflict) {
            if (!ownTransactions) {
                throw conflict;
            }
            if (rows.size() == 1) {
                return List.of(Verdict.rejected(conflict));
            }
            int half = rows.size() / 2;
            List<Verdict> verdicts = new ArrayList<>(stored(rows.subList(0, half)));
            verdicts.addAll(stored(rows.subList(half, rows.size())));
            return verdicts;
        }
    }

    private List<Verdict> inOneTransaction(List<T> rows) {
        return workspace.inTransaction(unit -> {
            ownTransactions = unit.ownsTransaction();
            return intake.store(unit, rows, announced);
        });
    }

    private void count(ImportRow<T> row, Verdict verdict, ImportListener listener) {
        switch (verdict.outcome()) {
            case STORED -> stored++;
            case UNCHANGED -> unchanged++;
            case REJECTED ->
                reject(new Rejection(row.source(), row.line(), verdict.field(), verdict.reason()), listener);
        }
    }

    private void reject(Rejection rejection, ImportListener listener) {
        rejected++;
        listener.rejected(rejection);
        if (rejections.size() < ImportReport.MAX_REJECTIONS) {
            rejections.add(rejection);
        }
    }

    private long read() {
        return stored + unchanged + rejected;
    }
}
