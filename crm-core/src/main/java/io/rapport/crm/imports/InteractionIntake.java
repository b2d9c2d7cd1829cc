package io.rapport.crm.imports;

import io.rapport.crm.id.ExternalId;
import io.rapport.crm.interaction.Interaction;
import io.rapport.crm.interaction.InteractionId;
import io.rapport.crm.interaction.InteractionRepository;
import io.rapport.crm.store.Workspace;
import java.time.Instant;
import java.util.UUID;

/** Stores interactions. */
final class InteractionIntake extends FactIntake<ImportInteraction, InteractionId, Interaction> {

    InteractionIntake(Workspace workspace) {
        super(workspace, InteractionRepository.class);
    }

    @Override
    public ImportKind kind() {
        return ImportKind.INTERACTIONS;
    }

    @Override
    ExternalId key(ImportInteraction row) {
        return row.interaction();
    }

    @Override
    ExternalId customer(ImportInteraction row) {
        return row.customer();
    }

    @Override
    Interaction fact(ImportInteraction row, Known known, UUID id, Instant recordedAt) {
        return Interaction.of(new InteractionId(id), row.command(known.customer(row.customer())), recordedAt);
    }
}
