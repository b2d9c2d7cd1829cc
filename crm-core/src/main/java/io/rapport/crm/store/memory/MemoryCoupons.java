package io.rapport.crm.store.memory;

import io.rapport.crm.fault.AlreadyExistsException;
import io.rapport.crm.loyalty.reward.CodeHash;
import io.rapport.crm.loyalty.reward.Coupon;
import io.rapport.crm.loyalty.reward.CouponEvent;
import io.rapport.crm.loyalty.reward.CouponId;
import io.rapport.crm.loyalty.reward.CouponRepository;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The coupons of a tenant. */
final class MemoryCoupons extends MemoryAggregates<CouponId, Coupon, CouponEvent> implements CouponRepository {

    private final JournaledMap<String, List<CodeHash>> byStart;

    MemoryCoupons(Journal journal, MemoryEvents events) {
        super(CouponEvent.class, journal, events);
        byStart = new JournaledMap<>(journal);
    }

    @Override
    public List<CodeHash> codes(String start) {
        return byStart.get(start).orElse(List.of());
    }

    /** Units of work of one tenant run one after the other anyway. */
    @Override
    public Optional<Coupon> lock(CouponId id) {
        return find(id);
    }

    @Override
    public void addCode(CodeHash code) {
        List<CodeHash> others = codes(code.start());
        others.stream()
                .filter(other -> other.hash().equals(code.hash()))
                .findFirst()
                .ifPresent(holder -> {
                    throw new AlreadyExistsException("code", holder.coupon().toString());
                });
        byStart.put(
                code.start(), Stream.concat(others.stream(), Stream.of(code)).toList());
    }

    @Override
    void requireUnique(Coupon next) {
        // what is unique is the code, which is kept apart
    }

    @Override
    Coupon saved(Coupon coupon) {
        return coupon.saved();
    }

    @Override
    void index(Optional<Coupon> before, Coupon after) {
        // coupons are found by code and id only
    }
}
