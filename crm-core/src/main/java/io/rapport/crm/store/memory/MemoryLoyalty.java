package io.rapport.crm.store.memory;

import com.google.common.collect.ImmutableMap;
import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.fault.AlreadyExistsException;
import io.rapport.crm.id.CommandKey;
import io.rapport.crm.loyalty.AccountChange;
import io.rapport.crm.loyalty.ExpiringAccount;
import io.rapport.crm.loyalty.LedgerEntry;
import io.rapport.crm.loyalty.LedgerLine;
import io.rapport.crm.loyalty.LedgerPage;
import io.rapport.crm.loyalty.LedgerPageRequest;
import io.rapport.crm.loyalty.LockedAccount;
import io.rapport.crm.loyalty.Lot;
import io.rapport.crm.loyalty.LotMovement;
import io.rapport.crm.loyalty.LoyaltyAccount;
import io.rapport.crm.loyalty.LoyaltyAccountId;
import io.rapport.crm.loyalty.LoyaltyEvent;
import io.rapport.crm.loyalty.LoyaltyRepository;
import io.rapport.crm.loyalty.PointsAtCost;
import io.rapport.crm.loyalty.ProgramId;
import io.rapport.crm.loyalty.ProgramTotals;
import io.rapport.crm.loyalty.ProgramVersion;
import io.rapport.crm.store.CommandRecord;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** The loyalty accounts of a tenant. An account is locked by the tenant's units of work running one after the other. */
final class MemoryLoyalty extends MemoryAggregates<LoyaltyAccountId, LoyaltyAccount, LoyaltyEvent>
        implements LoyaltyRepository {

    private final MemoryEvents events;
    private final MemoryCommandLog commands;
    private final MemoryPrograms programs;
    private final MemoryLots lots;
    private final JournaledMap<CustomerId, Map<ProgramId, LoyaltyAccountId>> byCustomer;

    MemoryLoyalty(Journal journal, MemoryEvents events, MemoryCommandLog commands, MemoryPrograms programs) {
        super(LoyaltyEvent.class, journal, events);
        this.events = events;
        this.commands = commands;
        this.programs = programs;
        lots = new MemoryLots(journal);
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
    public Optional<LockedAccount> lock(LoyaltyAccountId id, Optional<CommandKey> key, int limit) {
        return find(id).map(account -> new LockedAccount(
                account,
                programs.latest(account.program().value())
                        .map(ProgramVersion::of)
                        .orElseGet(() -> ProgramVersion.undefined(account.program())),
                key.flatMap(commands::find),
                lots.open(id, limit),
                limit));
    }

    @Override
    public List<Lot> openLots(LoyaltyAccountId id, int limit) {
        return lots.open(id, limit);
    }

    @Override
    public List<Lot> firstLots(LoyaltyAccountId id, int limit) {
        return lots.first(id, limit);
    }

    @Override
    public List<Lot> lots(LoyaltyAccountId id, Collection<Long> numbers) {
        return lots.numbered(id, numbers);
    }

    @Override
    public List<Lot> lotsOfOrder(LoyaltyAccountId id, String order) {
        return lots.all(id).stream()
                .filter(lot -> lot.terms().order().filter(order::equals).isPresent())
                .toList();
    }

    @Override
    public List<Lot> allLots(LoyaltyAccountId id) {
        return lots.all(id);
    }

    @Override
    public List<LotMovement> movements(LoyaltyAccountId id) {
        return lines(id, 1).flatMap(line -> LotMovement.of(line).stream()).toList();
    }

    @Override
    public void save(AccountChange change, Optional<CommandRecord> command) {
        command.ifPresent(record -> commands.requireUnused(record.key()));
        save(change.account());
        lots.save(change);
        command.ifPresent(commands::add);
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
    public List<LedgerLine> entriesFrom(LoyaltyAccountId id, long sequence, int limit) {
        return lines(id, sequence).limit(limit).toList();
    }

    @Override
    public List<LedgerLine> entriesBetween(LoyaltyAccountId id, Instant from, Instant until) {
        return lines(id, before(id, from) + 1)
                .takeWhile(line -> line.entry().at().isBefore(until))
                .toList();
    }

    @Override
    public Optional<LedgerLine> lastBefore(LoyaltyAccountId id, Instant instant) {
        return line(id, before(id, instant));
    }

    @Override
    public long restored(LoyaltyAccountId id, long redemption) {
        return movements(id).stream()
                .filter(movement -> movement.redemption()
                        .filter(Long.valueOf(redemption)::equals)
                        .isPresent())
                .mapToLong(LotMovement::points)
                .sum();
    }

    @Override
    public List<LoyaltyAccountId> due(Instant until, int limit) {
        return all().stream()
                .filter(account -> account.due(until))
                .sorted(Comparator.comparing((LoyaltyAccount account) ->
                                account.nextEventAt().orElseThrow())
                        .thenComparing(account -> account.id().value()))
                .limit(limit)
                .map(LoyaltyAccount::id)
                .toList();
    }

    @Override
    public List<ExpiringAccount> expiring(ProgramId program, Instant after, Instant until, int limit) {
        return all().stream()
                .filter(account -> account.program().equals(program))
                .flatMap(account -> expiring(account, after, until).stream())
                .sorted(Comparator.comparing(ExpiringAccount::first)
                        .thenComparing(expiring -> expiring.account().value()))
                .limit(limit)
                .toList();
    }

    private Optional<ExpiringAccount> expiring(LoyaltyAccount account, Instant after, Instant until) {
        Map<Instant, Long> points = new TreeMap<>();
        for (Lot lot : lots.first(account.id(), Integer.MAX_VALUE)) {
            Optional<Instant> end =
                    lot.terms().sliding() ? account.slidesUntil() : lot.terms().expiresAt();
            end.filter(at -> lot.usable() && at.isAfter(after) && !at.isAfter(until))
                    .ifPresent(at -> points.merge(at, lot.remaining(), Math::addExact));
        }
        return points.keySet().stream()
                .findFirst()
                .map(first -> new ExpiringAccount(
                        account.id(),
                        account.customer(),
                        first,
                        points.values().stream().mapToLong(Long::longValue).sum()));
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
    public List<PointsAtCost> outstanding(ProgramId program, Instant at) {
        Map<BigDecimal, Long> points = new TreeMap<>();
        for (LoyaltyAccount account : all()) {
            if (account.program().equals(program)) {
                Map<Long, BigDecimal> costs = new HashMap<>();
                allLots(account.id())
                        .forEach(lot -> costs.put(lot.number(), lot.terms().costPerPoint()));
                movements(account.id()).stream()
                        .filter(movement -> !movement.at().isAfter(at))
                        .forEach(movement -> points.merge(
                                costs.getOrDefault(movement.lot(), BigDecimal.ZERO),
                                movement.points(),
                                Math::addExact));
            }
        }
        return points.entrySet().stream()
                .filter(entry -> entry.getValue() != 0)
                .map(entry -> new PointsAtCost(entry.getKey(), entry.getValue()))
                .toList();
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

    private Stream<LedgerLine> lines(LoyaltyAccountId id, long from) {
        return LongStream.rangeClosed(Math.max(1, from), events.size(id))
                .mapToObj(sequence -> line(id, sequence))
                .flatMap(Optional::stream);
    }

    /** The sequence of the last event before an instant, 0 if there is none; events never go back in time. */
    private long before(LoyaltyAccountId id, Instant instant) {
        long low = 0;
        long high = events.size(id);
        while (low < high) {
            long middle = (low + high + 1) / 2;
            boolean earlier = events.find(id, middle)
                    .filter(event -> event.at().isBefore(instant))
                    .isPresent();
            low = earlier ? middle : low;
            high = earlier ? high : middle - 1;
        }
        return low;
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
