package io.rapport.crm.store.memory;

import io.rapport.crm.loyalty.Program;
import io.rapport.crm.loyalty.ProgramRepository;

/** The loyalty programs of a tenant. */
final class MemoryPrograms extends MemoryDefinitions<Program> implements ProgramRepository {

    MemoryPrograms(Journal journal) {
        super(journal);
    }
}
