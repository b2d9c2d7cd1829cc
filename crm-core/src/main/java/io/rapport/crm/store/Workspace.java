package io.rapport.crm.store;

import io.rapport.crm.fault.InvalidInputException;
import io.rapport.crm.id.IdGenerator;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * What a room's service works with: the host's clock, ids and validator, and a way to run units of work. Inside a
 * transaction of {@code Crm.inTransaction} every unit is that one transaction. As thread-safe as its parts.
 */
public final class Workspace {

    private final Clock clock;
    private final IdGenerator ids;
    private final Optional<Validator> validator;
    private final Units units;

    public Workspace(Clock clock, IdGenerator ids, Optional<Validator> validator, Units units) {
        this.clock = clock;
        this.ids = ids;
        this.validator = validator;
        this.units = units;
    }

    /** How units of work are run: each on its own, or all inside one that is open. */
    public interface Units {

        <R> R inTransaction(Function<UnitOfWork, R> work);

        <R> R reading(Function<UnitOfWork, R> work);
    }

    /** Now by the host's clock, cut to the microsecond that every store keeps. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    public UUID nextId() {
        return ids.next();
    }

    /** Runs work in a transaction. */
    public <R> R inTransaction(Function<UnitOfWork, R> work) {
        return units.inTransaction(work);
    }

    /** Runs work that only reads. */
    public <R> R reading(Function<UnitOfWork, R> work) {
        return units.reading(work);
    }

    /**
     * Asks the host's validator, if there is one, about a command.
     *
     * @throws InvalidInputException naming the first violated field in alphabetical order
     */
    public <C> C valid(C command) {
        validator.ifPresent(given -> given.validate(command).stream()
                .min(Comparator.comparing(
                        violation -> violation.getPropertyPath().toString()))
                .ifPresent(Workspace::refuse));
        return command;
    }

    /** The same workspace with every unit of work inside {@code open}. */
    public Workspace within(UnitOfWork open) {
        return new Workspace(clock, ids, validator, new Units() {
            @Override
            public <R> R inTransaction(Function<UnitOfWork, R> work) {
                R result = work.apply(open);
                open.flush();
                return result;
            }

            @Override
            public <R> R reading(Function<UnitOfWork, R> work) {
                return work.apply(open);
            }
        });
    }

    private static void refuse(ConstraintViolation<?> violation) {
        throw new InvalidInputException(
                violation.getPropertyPath().toString(), violation.getMessage(), "satisfy the host's constraint");
    }
}
