package io.rapport.crm.imports;

import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.customer.CustomerRepository;
import io.rapport.crm.fault.InvalidInputException;
import io.rapport.crm.id.ExternalId;
import io.rapport.crm.store.UnitOfWork;
import io.rapport.crm.ticket.Ticket;
import io.rapport.crm.ticket.TicketRepository;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Stores rows that refer to a customer. Three queries look up a batch, whatever its size: its customers, what is stored
 * already, and the tickets it is about, if any.
 *
 * @param <T> the row
 * @param <S> what is stored for it
 */
abstract class ReferringIntake<T, S> implements Intake<T> {

    abstract ExternalId key(T row);

    abstract ExternalId customer(T row);

    /** The ticket that a row is about. */
    Optional<ExternalId> ticket(T row) {
        return Optional.empty();
    }

    abstract Map<ExternalId, S> stored(UnitOfWork unit, Collection<ExternalId> keys);

    /** @throws InvalidInputException if the row refers to something unknown or breaks a rule */
    abstract S made(T row, Known known);

    /** Whether what is stored already is what the row says. */
    abstract boolean same(T row, Known known, S stored);

    abstract void add(UnitOfWork unit, List<S> fresh, boolean announced);

    @Override
    public final Collection<ExternalId> keys(T row) {
        return List.of(key(row));
    }

    @Override
    public final List<Verdict> store(UnitOfWork unit, List<T> rows, boolean announced) {
        Known known = new Known(customers(unit, rows), tickets(unit, rows));
        Map<ExternalId, S> stored = stored(unit, rows.stream().map(this::key).toList());
        List<S> fresh = new ArrayList<>();
        List<Verdict> verdicts = rows.stream()
                .map(row -> verdict(row, known, Optional.ofNullable(stored.get(key(row))), fresh))
                .toList();
        add(unit, fresh, announced);
        return verdicts;
    }

    private Verdict verdict(T row, Known known, Optional<S> stored, List<S> fresh) {
        try {
            if (stored.isEmpty()) {
                fresh.add(made(row, known));
                return Verdict.STORED;
            }
            return same(row, known, stored.get())
                    ? Verdict.UNCHANGED
                    : Verdict.rejected("externalId", "is stored with other content: correct the row, or leave it out");
        } catch (InvalidInputException refused) {
            return Verdict.rejected(refused);
        }
    }

    private Map<ExternalId, CustomerId> customers(UnitOfWork unit, List<T> rows) {
        return unit.repository(CustomerRepository.class)
                .idsOf(rows.stream().map(this::customer).distinct().toList());
    }

    private Map<ExternalId, Ticket> tickets(UnitOfWork unit, List<T> rows) {
        List<ExternalId> keys = rows.stream()
                .map(this::ticket)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        return keys.isEmpty()
                ? Map.of()
                : unit.repository(TicketRepository.class).byExternalIds(keys);
    }
}
