package io.rapport.crm.imports;

import io.rapport.crm.id.ExternalId;
import io.rapport.crm.store.UnitOfWork;
import java.util.Collection;
import java.util.List;

/** How rows of one kind are stored. */
interface Intake<T> {

    ImportKind kind();

    /** The external ids by which a row is stored only once. */
    Collection<ExternalId> keys(T row);

    /** Stores the rows that are new, with a fixed number of queries; gives a verdict on each row, in order. */
    List<Verdict> store(UnitOfWork unit, List<T> rows, boolean announced);
}
