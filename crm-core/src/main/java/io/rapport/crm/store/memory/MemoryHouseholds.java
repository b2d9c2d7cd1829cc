package io.rapport.crm.store.memory;

import io.rapport.crm.fault.AlreadyExistsException;
import io.rapport.crm.loyalty.LoyaltyAccountId;
import io.rapport.crm.loyalty.household.Household;
import io.rapport.crm.loyalty.household.HouseholdEvent;
import io.rapport.crm.loyalty.household.HouseholdId;
import io.rapport.crm.loyalty.household.HouseholdMember;
import io.rapport.crm.loyalty.household.HouseholdRepository;
import io.rapport.crm.loyalty.household.HouseholdStatus;
import java.util.Optional;
import java.util.stream.Stream;

/** The households of a tenant, with the accounts that are in one. */
final class MemoryHouseholds extends MemoryAggregates<HouseholdId, Household, HouseholdEvent>
        implements HouseholdRepository {

    private final JournaledMap<LoyaltyAccountId, HouseholdId> byAccount;

    MemoryHouseholds(Journal journal, MemoryEvents events) {
        super(HouseholdEvent.class, journal, events);
        byAccount = new JournaledMap<>(journal);
    }

    @Override
    public Optional<Household> of(LoyaltyAccountId account) {
        return byAccount.get(account).flatMap(this::find);
    }

    @Override
    void requireUnique(Household next) {
        accounts(next)
                .forEach(account -> byAccount
                        .get(account)
                        .filter(holder -> !holder.equals(next.id()))
                        .ifPresent(holder -> {
                            throw new AlreadyExistsException("account", holder.toString());
                        }));
    }

    @Override
    Household saved(Household household) {
        return household.saved();
    }

    @Override
    void index(Optional<Household> before, Household after) {
        before.stream().flatMap(MemoryHouseholds::accounts).forEach(byAccount::remove);
        accounts(after).forEach(account -> byAccount.put(account, after.id()));
    }

    private static Stream<LoyaltyAccountId> accounts(Household household) {
        return household.status() == HouseholdStatus.DISSOLVED
                ? Stream.empty()
                : Stream.concat(
                        Stream.of(household.pool()),
                        household.members().stream().map(HouseholdMember::account));
    }
}
