package io.rapport.crm.loyalty.reward;

import io.rapport.crm.event.IllegalTransitionException;
import io.rapport.crm.fault.InvalidInputException;
import io.rapport.crm.fault.NotFoundException;
import io.rapport.crm.fault.Require;
import io.rapport.crm.id.Actor;
import io.rapport.crm.id.CommandKey;
import io.rapport.crm.store.CommandLog;
import io.rapport.crm.store.CommandRecord;
import io.rapport.crm.store.IdempotencyConflictException;
import io.rapport.crm.store.UnitOfWork;
import io.rapport.crm.store.Workspace;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;

/**
 * Coupons and their codes. Each call is a unit of work of its own, or part of the one that {@code Crm.inTransaction}
 * opened. Codes are told once and stored only as a hash, so that whoever reads the database has no coupons. Redemptions of
 * one coupon wait for each other, so that it is never used more often than allowed. Thread-safe outside such a
 * transaction.
 */
public final class Coupons {

    private final Workspace workspace;
    private final SecureRandom random;

    /**
     * Coupons over a workspace.
     *
     * @param random where codes come from
     */
    public Coupons(Workspace workspace, SecureRandom random) {
        this.workspace = workspace;
        this.random = random;
    }

    /** Makes a coupon, and tells its code this once. */
    public IssuedCoupon issue(IssueCoupon command) {
        workspace.valid(command);
        CouponCode code = CouponCode.next(random);
        Coupon coupon = Coupon.issue(new CouponId(workspace.nextId()), command, workspace.now());
        return workspace.inTransaction(unit -> {
            coupons(unit).save(coupon);
            coupons(unit).addCode(CodeHash.of(coupon.id(), code));
            return new IssuedCoupon(coupon.saved(), code);
        });
    }

    public Optional<Coupon> find(CouponId id) {
        return workspace.reading(unit -> coupons(unit).find(id));
    }

    /** The coupon with a code; empty if there is none. A host limits how often a caller may ask. */
    public Optional<Coupon> find(CouponCode code) {
        return workspace.reading(unit -> find(unit, code).flatMap(coupons(unit)::find));
    }

    /**
     * Uses a coupon once.
     *
     * @return the coupon as it was after this use; again so when the same command is repeated
     * @throws NotFoundException for {@code "coupon"} if no coupon has the code
     * @throws CouponRefusedException if it cannot be used, saying why
     * @throws IdempotencyConflictException if the key was used for another command
     */
    public Coupon redeem(RedeemCoupon command) {
        workspace.valid(command);
        String payload = command.payload();
        return workspace.inTransaction(unit -> {
            Coupon coupon = find(unit, command.code())
                    .flatMap(coupons(unit)::lock)
                    .orElseThrow(() -> new NotFoundException("coupon"));
            return unit.repository(CommandLog.class)
                    .find(command.key())
                    .map(first -> repeated(unit, first.confirm(payload)))
                    .orElseGet(() -> redeemed(unit, coupon, command, payload));
        });
    }

    /**
     * Lets a use count no more, so that the coupon can be used as often as if it had not been used. Costs as much as the
     * coupon has uses.
     *
     * @return the coupon as it was after that; again so when the same command is repeated
     * @throws NotFoundException for {@code "redemption"} if its key used no coupon
     * @throws InvalidInputException for {@code "redemption"} if that use was given back before
     * @throws IdempotencyConflictException if the key was used for another command
     */
    public Coupon giveBack(GiveBackCoupon command) {
        workspace.valid(command);
        String payload = command.payload();
        return workspace.inTransaction(unit -> {
            CommandLog commands = unit.repository(CommandLog.class);
            CommandRecord use =
                    commands.find(command.redemption()).orElseThrow(() -> new NotFoundException("redemption"));
            Coupon coupon = coupons(unit)
                    .lock(new CouponId(use.aggregate()))
                    .orElseThrow(() -> new NotFoundException("redemption"));
            return commands.find(command.key())
                    .map(first -> repeated(unit, first.confirm(payload)))
                    .orElseGet(() -> {
                        requireOpen(coupons(unit).history(coupon.id()), use.sequence());
                        Coupon next = coupon.giveBack(use.sequence(), command.actor(), workspace.now());
                        return saved(unit, next, command.key(), payload);
                    });
        });
    }

    /**
     * Ends a coupon for good.
     *
     * @throws NotFoundException if it is unknown
     * @throws IllegalTransitionException if it is voided already
     */
    public Coupon voidCoupon(CouponId id, Actor actor) {
        return workspace.inTransaction(unit -> {
            Coupon coupon = coupons(unit).lock(id).orElseThrow(() -> new NotFoundException(id));
            Coupon next = coupon.withdraw(actor, workspace.now());
            coupons(unit).save(next);
            return next.saved();
        });
    }

    /** Everything that happened to a coupon, oldest first. */
    public List<CouponEvent> history(CouponId id) {
        return workspace.reading(unit -> coupons(unit).history(id));
    }

    private static Optional<CouponId> find(UnitOfWork unit, CouponCode code) {
        return coupons(unit).codes(code.hash().substring(0, CodeHash.START)).stream()
                .filter(known -> known.matches(code))
                .map(CodeHash::coupon)
                .findFirst();
    }

    private Coupon redeemed(UnitOfWork unit, Coupon coupon, RedeemCoupon command, String payload) {
        return saved(unit, coupon.redeem(command, workspace.now()), command.key(), payload);
    }

    private static Coupon saved(UnitOfWork unit, Coupon next, CommandKey key, String payload) {
        coupons(unit).save(next);
        unit.repository(CommandLog.class)
                .add(new CommandRecord(key, payload, next.id().value(), next.version()));
        return next.saved();
    }

    private static void requireOpen(List<CouponEvent> history, long use) {
        if (!(history.get(Math.toIntExact(use) - 1) instanceof CouponEvent.Redeemed)) {
            throw new NotFoundException("redemption");
        }
        Require.that(
                history.stream().noneMatch(event -> event instanceof CouponEvent.GivenBack back && back.use() == use),
                "redemption",
                "was given back before",
                "give each use back once");
    }

    private static Coupon repeated(UnitOfWork unit, CommandRecord first) {
        List<CouponEvent> history = coupons(unit).history(new CouponId(first.aggregate()));
        return Coupon.fold(history.subList(0, Math.toIntExact(first.sequence())));
    }

    private static CouponRepository coupons(UnitOfWork unit) {
        return unit.repository(CouponRepository.class);
    }
}
