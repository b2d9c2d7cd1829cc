package io.rapport.crm.loyalty.household;

import io.rapport.crm.fault.AlreadyExistsException;
import io.rapport.crm.loyalty.LoyaltyAccountId;
import io.rapport.crm.store.AggregateRepository;
import java.util.Optional;

/**
 * Where households are kept. Saving refuses, with {@link AlreadyExistsException} for {@code "account"}, an account that is
 * in another household, as its pool or a member's; those of dissolved households are free. They change only while the
 * pool and the account that joins or leaves are locked.
 */
public interface HouseholdRepository extends AggregateRepository<HouseholdId, Household, HouseholdEvent> {

    /** The household that an account is in, as its pool or a member's; by index. */
    Optional<Household> of(LoyaltyAccountId account);
}
