package io.rapport.crm.loyalty.reward;

import io.rapport.crm.fault.AlreadyExistsException;
import io.rapport.crm.store.AggregateRepository;
import java.util.List;
import java.util.Optional;

/** Where coupons are kept, each under the hash of its code. */
public interface CouponRepository extends AggregateRepository<CouponId, Coupon, CouponEvent> {

    /** The hashes with this {@link CodeHash#start}. */
    List<CodeHash> codes(String start);

    /** Locks a coupon against other units of work until this one ends, and reads it as it is then. */
    Optional<Coupon> lock(CouponId id);

    /**
     * Remembers the hash of a new coupon's code.
     *
     * @throws AlreadyExistsException for {@code "code"} if another coupon has it
     */
    void addCode(CodeHash code);
}
