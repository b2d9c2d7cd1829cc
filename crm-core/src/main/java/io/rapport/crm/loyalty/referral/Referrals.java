package io.rapport.crm.loyalty.referral;

import io.rapport.crm.customer.Customer;
import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.customer.CustomerRepository;
import io.rapport.crm.fault.AlreadyExistsException;
import io.rapport.crm.fault.InvalidInputException;
import io.rapport.crm.fault.NotFoundException;
import io.rapport.crm.fault.Require;
import io.rapport.crm.id.Actor;
import io.rapport.crm.loyalty.LoyaltyAccount;
import io.rapport.crm.loyalty.LoyaltyAccountId;
import io.rapport.crm.loyalty.LoyaltyRepository;
import io.rapport.crm.store.UnitOfWork;
import io.rapport.crm.store.Workspace;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Customers who bring friends. A referral is paid to both sides when the friend's first paid order cannot be returned any
 * more, in one unit of work; a refund takes the points of both back. Each call is a unit of work of its own, or part of the
 * one that {@code Crm.inTransaction} opened, and first does what fell due on the referral, so that it makes no difference
 * when {@link #sweep} runs. Both accounts are locked in the order of their ids. Saying the same again has no second effect.
 * Thread-safe outside such a transaction.
 */
public final class Referrals {

    private final Workspace workspace;
    private final List<ReferralCheck> checks;

    /**
     * Referrals over a workspace.
     *
     * @param checks who may be brought, asked in this order
     */
    public Referrals(Workspace workspace, List<ReferralCheck> checks) {
        this.workspace = workspace;
        this.checks = Require.list("checks", checks);
    }

    /**
     * Notes that a customer brought a friend; the same again gives the referral as it stands.
     *
     * @throws NotFoundException if an account is unknown
     * @throws ReferralRefusedException if a check refuses it
     * @throws InvalidInputException for {@code "friend"} if the accounts are of two programs
     * @throws AlreadyExistsException for {@code "friend"} if somebody else brought them before
     */
    public Referral refer(ReferFriend command) {
        workspace.valid(command);
        return workspace.inTransaction(unit -> {
            ReferralPayer.lock(unit, command.referrer(), command.friend());
            Optional<Referral> before = referrals(unit).ofFriend(command.friend());
            if (before.isPresent()) {
                return same(before.get(), command);
            }
            requireAccepted(unit, command);
            Referral referral = Referral.refer(new ReferralId(workspace.nextId()), command, workspace.now());
            referrals(unit).save(referral);
            return referral.saved();
        });
    }

    public Optional<Referral> find(ReferralId id) {
        return workspace.reading(unit -> referrals(unit).find(id));
    }

    /** The referral by which an account was brought. */
    public Optional<Referral> ofFriend(LoyaltyAccountId friend) {
        return workspace.reading(unit -> referrals(unit).ofFriend(friend));
    }

    /** Those whom an account brought, the first first. */
    public List<Referral> ofReferrer(LoyaltyAccountId referrer) {
        return workspace.reading(unit -> referrals(unit).ofReferrer(referrer));
    }

    /**
     * Notes an order that a customer paid; it counts if it is the first since they were brought, and in time.
     *
     * @param friend an account; nothing is done if nobody brought its holder
     * @param order the host's reference, at most 190 characters
     * @param paidAt not in the future
     * @return the referral, if somebody brought them
     */
    public Optional<Referral> orderPaid(LoyaltyAccountId friend, String order, Instant paidAt, Actor actor) {
        Require.that(!paidAt.isAfter(workspace.now()), "paidAt", "is in the future", "tell it once it is paid");
        Require.text("order", order, Referral.MAX_ORDER);
        return moved(friend, payer -> payer.paid(order, paidAt, actor));
    }

    /**
     * Notes that an order was refunded. If it is the one that counts, the next order counts in its place, or the points of
     * both sides are taken back if they were paid.
     *
     * @return the referral, if somebody brought them
     */
    public Optional<Referral> orderRefunded(LoyaltyAccountId friend, String order, Actor actor) {
        Require.text("order", order, Referral.MAX_ORDER);
        return moved(friend, payer -> payer.refunded(order, actor));
    }

    /**
     * Pays referrals that qualify and ends those that expire by an instant. May run on several nodes at once.
     *
     * @param until not in the future
     * @param limit how many at most; call again while the answer is as high
     * @return how many were due
     */
    public int sweep(Instant until, int limit) {
        Require.that(!until.isAfter(workspace.now()), "until", "is in the future", "sweep what has fallen due");
        Require.positive("limit", limit);
        List<ReferralId> due = workspace.reading(unit -> referrals(unit).due(until, limit));
        for (ReferralId id : due) {
            find(id).ifPresent(referral -> moved(referral.friend(), ReferralPayer::referral));
        }
        return due.size();
    }

    /** Everything that happened to a referral, oldest first. */
    public List<ReferralEvent> history(ReferralId id) {
        return workspace.reading(unit -> referrals(unit).history(id));
    }

    private Optional<Referral> moved(LoyaltyAccountId friend, Function<ReferralPayer, Referral> verb) {
        return workspace.inTransaction(unit -> referrals(unit).ofFriend(friend).map(found -> {
            ReferralPayer.lock(unit, found.referrer(), friend);
            Referral locked = referrals(unit).find(found.id()).orElseThrow(() -> new NotFoundException(found.id()));
            Referral next = verb.apply(new ReferralPayer(workspace.within(unit), locked));
            referrals(unit).save(next);
            return next.saved();
        }));
    }

    private void requireAccepted(UnitOfWork unit, ReferFriend command) {
        LoyaltyAccount referrer = account(unit, command.referrer());
        LoyaltyAccount friend = account(unit, command.friend());
        Require.that(
                referrer.program().equals(friend.program()),
                "friend",
                "has an account of another program",
                "name accounts of one program");
        List<CustomerId> brought = ReferralPayer.chain(unit, command.referrer()).stream()
                .map(id -> account(unit, id).customer())
                .toList();
        ReferralFacts facts = new ReferralFacts(customer(unit, referrer), customer(unit, friend), brought);
        for (ReferralCheck check : checks) {
            check.refuses(facts).ifPresent(reason -> {
                throw new ReferralRefusedException(command.friend(), reason);
            });
        }
    }

    private static Referral same(Referral before, ReferFriend command) {
        if (!before.referrer().equals(command.referrer()) || !before.terms().equals(command.terms())) {
            throw new AlreadyExistsException("friend", before.id().toString());
        }
        return before;
    }

    private static Customer customer(UnitOfWork unit, LoyaltyAccount account) {
        return unit.repository(CustomerRepository.class).require(account.customer());
    }

    private static LoyaltyAccount account(UnitOfWork unit, LoyaltyAccountId id) {
        return unit.repository(LoyaltyRepository.class).find(id).orElseThrow(() -> new NotFoundException(id));
    }

    private static ReferralRepository referrals(UnitOfWork unit) {
        return unit.repository(ReferralRepository.class);
    }
}
