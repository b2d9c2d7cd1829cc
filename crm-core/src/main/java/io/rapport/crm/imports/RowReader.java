package io.rapport.crm.imports;

import io.rapport.crm.fault.InvalidInputException;
import io.rapport.crm.id.ExternalId;
import io.rapport.crm.store.Workspace;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reads the rows of one run, and remembers where each external id came first. */
final class RowReader<T> {

    private final Workspace workspace;
    private final Intake<T> intake;
    private final Map<ExternalId, Place> places = new HashMap<>();

    RowReader(Workspace workspace, Intake<T> intake) {
        this.workspace = workspace;
        this.intake = intake;
    }

    /** A row with its value, or with the verdict that there is none to store. */
    record Line<T>(ImportRow<T> row, Optional<T> value, Verdict verdict) {}

    private record Place(String source, long line) {}

    Line<T> read(ImportRow<T> row) {
        try {
            T value = workspace.valid(row.value().get());
            return repetition(row, value)
                    .map(verdict -> new Line<>(row, Optional.<T>empty(), verdict))
                    .orElseGet(() -> new Line<>(row, Optional.of(value), Verdict.UNCHANGED));
        } catch (InvalidInputException refused) {
            return new Line<>(row, Optional.empty(), Verdict.rejected(refused));
        }
    }

    private Optional<Verdict> repetition(ImportRow<T> row, T value) {
        Optional<Place> first = Optional.empty();
        for (ExternalId key : intake.keys(value)) {
            Place before = places.putIfAbsent(key, new Place(row.source(), row.line()));
            first = first.or(() -> Optional.ofNullable(before));
        }
        return first.map(place -> Verdict.rejected(
                "externalId",
                "was given on line " + place.line() + " of " + place.source() + " already: give each key once"));
    }
}
