package io.rapport.crm.loyalty;

import io.rapport.crm.fault.Require;
import io.rapport.crm.id.Actor;
import io.rapport.crm.store.Definition;
import java.time.Instant;

/**
 * A program's rules as they were from one definition to the next. Versions are numbered from 1 without gaps and never
 * changed.
 *
 * @param number from 1; 0 for a program that nobody defined
 */
public record ProgramVersion(Program program, int number, Instant definedAt, Actor actor) {

    public ProgramVersion {
        Require.present("program", program);
        Require.that(number >= 0, "number", "is " + number, "count from 1");
        Require.present("definedAt", definedAt);
        Require.present("actor", actor);
    }

    /** A version as it is kept. */
    public static ProgramVersion of(Definition<Program> definition) {
        return new ProgramVersion(definition.content(), definition.version(), definition.at(), definition.by());
    }

    /** What holds for a program that nobody defined: points never expire and are active at once. */
    public static ProgramVersion undefined(ProgramId id) {
        return new ProgramVersion(Program.undefined(id), 0, Instant.EPOCH, Actor.SYSTEM);
    }
}
