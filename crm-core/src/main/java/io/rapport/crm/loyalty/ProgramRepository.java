package io.rapport.crm.loyalty;

import io.rapport.crm.store.DefinitionRepository;

/** Where the rules of loyalty programs are kept, by {@link ProgramId}. */
public interface ProgramRepository extends DefinitionRepository<Program> {}
