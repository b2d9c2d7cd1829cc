package io.rapport.crm.store.memory;

import com.google.common.collect.ImmutableMap;
import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.fault.AlreadyExistsException;
import io.rapport.crm.id.CommandKey;
import io.rapport.crm.loyalty.LedgerEntry;
import io.rapport.crm.loyalty.LedgerLine;
import io.rapport.crm.loyalty.LedgerPage;
import io.rapport.crm.loyalty.LedgerPageRequest;
import io.rapport.crm.loyalty.LockedAccount;
import io.rapport.crm.loyalty.LoyaltyAccount;
import io.rapport.crm.loyalty.LoyaltyAccountId;
import io.rapport.crm.loyalty.LoyaltyEvent;
import io.rapport.crm.loyalty.LoyaltyRepository;
import io.rapport.crm.loyalty.ProgramId;
import io.rapport.crm.loyalty.ProgramTotals;
import io.rapport.crm.store.CommandRecord;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

/** The loyalty accounts of a tenant. An account is locked by the tenant's units of work running one after the other. */
final class MemoryLoyalty extends MemoryAggregates<LoyaltyAccountId, LoyaltyAccount, LoyaltyEvent>
        implements LoyaltyRepository {

    private final MemoryEvents events;
    private final MemoryCommandLog commands;
    private final JournaledMap<CustomerId, Map<ProgramId, LoyaltyAccountId>> byCustomer;

    MemoryLoyalty(Journal journal, MemoryEvents events, MemoryCommandLog commands) {
        super(LoyaltyEvent.class, journal, events);
        this.events = events;
        this.commands = commands;
        byCustomer = new JournaledMap<>(journal);
    }

    @Override
    public Optional<LoyaltyAccount> find(CustomerId customer, ProgramId program) {
        return Optional.ofNullable(accountsOf(customer).get(program)).flatMap(this::find);
    }

    @Override
    public List<LoyaltyAccount> findByCustomer(CustomerId customer) {
        return accountsOf(customer).values().stream()
                .map(this::find)
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(LoyaltyAccount::openedAt)
                        .thenComparing(account -> account.id().value()))
                .toList();
    }

    @Override
    public Optional<LockedAccount> lock(LoyaltyAccountId id, CommandKey key) {
        return find(id).map(account -> new LockedAccount(account, commands.find(key)));
    }

    @Override
    public void save(LoyaltyAccount account, CommandRecord command) {
        commands.requireUnused(command.key());
        save(account);
        commands.add(command);
    }

    @Override
    public LedgerPage entries(LoyaltyAccountId id, LedgerPageRequest request) {
        long newest = Math.min(request.before().orElse(Long.MAX_VALUE) - 1, events.size(id));
        List<LedgerLine> lines = LongStream.iterate(newest, sequence -> sequence > 0, sequence -> sequence - 1)
                .mapToObj(sequence -> line(id, sequence))
                .flatMap(Optional::stream)
                .limit(request.size() + 1L)
                .toList();
        return LedgerPage.of(request, lines);
    }

    @Override
    public Optional<LedgerEntry> entry(LoyaltyAccountId id, long sequence) {
        return events.find(id, sequence).filter(LedgerEntry.class::isInstance).map(LedgerEntry.class::cast);
    }

    @Override
    public ProgramTotals totals(ProgramId program) {
        return all().stream()
                .filter(account -> account.program().equals(program))
                .map(account ->
                        new ProgramTotals(1, account.lifetimeEarned(), account.lifetimeRedeemed(), account.available()))
                .reduce(ProgramTotals.NONE, MemoryLoyalty::sum);
    }

    @Override
    void requireUnique(LoyaltyAccount next) {
        find(next.customer(), next.program())
                .filter(holder -> !holder.id().equals(next.id()))
                .ifPresent(holder -> {
                    throw new AlreadyExistsException("customer", holder.id().toString());
                });
    }

    @Override
    LoyaltyAccount saved(LoyaltyAccount account) {
        return account.saved();
    }

    @Override
    void index(Optional<LoyaltyAccount> before, LoyaltyAccount after) {
        if (before.isEmpty()) {
            byCustomer.put(
                    after.customer(),
                    ImmutableMap.<ProgramId, LoyaltyAccountId>builder()
                            .putAll(accountsOf(after.customer()))
                            .put(after.program(), after.id())
                            .buildOrThrow());
        }
    }

    private Optional<LedgerLine> line(LoyaltyAccountId id, long sequence) {
        return entry(id, sequence).map(entry -> new LedgerLine(id, sequence, entry));
    }

    private Map<ProgramId, LoyaltyAccountId> accountsOf(CustomerId customer) {
        return byCustomer.get(customer).orElse(Map.of());
    }

    private static ProgramTotals sum(ProgramTotals left, ProgramTotals right) {
        return new ProgramTotals(
                Math.addExact(left.accounts(), right.accounts()),
                Math.addExact(left.earned(), right.earned()),
                Math.addExact(left.redeemed(), right.redeemed()),
                Math.addExact(left.outstanding(), right.outstanding()));
    }
}
