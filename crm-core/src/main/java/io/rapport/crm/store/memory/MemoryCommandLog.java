package io.rapport.crm.store.memory;

import io.rapport.crm.id.CommandKey;
import io.rapport.crm.store.CommandLog;
import io.rapport.crm.store.CommandRecord;
import io.rapport.crm.store.IdempotencyConflictException;
import java.util.Optional;

/** The command keys of a tenant. */
final class MemoryCommandLog implements CommandLog {

    private final JournaledMap<CommandKey, CommandRecord> commands;

    MemoryCommandLog(Journal journal) {
        commands = new JournaledMap<>(journal);
    }

    @Override
    public Optional<CommandRecord> find(CommandKey key) {
        return commands.get(key);
    }

    @Override
    public void add(CommandRecord command) {
        if (commands.get(command.key()).isPresent()) {
            throw new IdempotencyConflictException(command.key());
        }
        commands.put(command.key(), command);
    }
}
