package io.rapport.crm.loyalty;

import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.event.DomainEvent;
import io.rapport.crm.fault.Require;
import io.rapport.crm.loyalty.earning.EarningRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What can happen to a loyalty account. Those events that move points are its ledger. */
public sealed interface LoyaltyEvent extends DomainEvent permits LoyaltyEvent.Enrolled, LedgerEntry {

    /** The first event. */
    record Enrolled(LoyaltyAccountId account, CustomerId customer, ProgramId program, Instant at)
            implements LoyaltyEvent {}

    /**
     * Points were earned.
     *
     * @param byRules how the program's rules computed them; empty if the host said how many
     */
    record Earned(long points, LotTerms terms, boolean pending, Posting posting, Optional<EarningRecord> byRules)
            implements LedgerEntry {

        @Override
        public EntryKind kind() {
            return EntryKind.EARN;
        }

        @Override
        public BalanceChange effect() {
            return pending ? BalanceChange.ofPending(points) : BalanceChange.ofAvailable(points);
        }

        @Override
        public Optional<LotTerms> opened() {
            return Optional.of(terms);
        }

        @Override
        public Instant effectiveAt() {
            return terms.earnedAt();
        }
    }

    record Activated(long points, List<Allocation> allocations, Posting posting) implements LedgerEntry {

        public Activated {
            allocations = Require.list("allocations", allocations);
        }

        @Override
        public EntryKind kind() {
            return EntryKind.ACTIVATE;
        }

        @Override
        public BalanceChange effect() {
            return new BalanceChange(points, -points, 0, 0);
        }
    }

    /** Its sequence is the number of the hold. */
    record Reserved(long points, List<Allocation> allocations, Instant expiresAt, int programVersion, Posting posting)
            implements LedgerEntry {

        public Reserved {
            allocations = Require.list("allocations", allocations);
        }

        @Override
        public EntryKind kind() {
            return EntryKind.RESERVE;
        }

        @Override
        public BalanceChange effect() {
            return new BalanceChange(-points, 0, points, 0);
        }
    }

    record Committed(long points, long hold, List<Allocation> allocations, Posting posting) implements LedgerEntry {

        public Committed {
            allocations = Require.list("allocations", allocations);
        }

        @Override
        public EntryKind kind() {
            return EntryKind.COMMIT;
        }

        @Override
        public BalanceChange effect() {
            return BalanceChange.ofReserved(-points);
        }
    }

    record Voided(long points, long hold, List<Allocation> allocations, Posting posting) implements LedgerEntry {

        public Voided {
            allocations = Require.list("allocations", allocations);
        }

        @Override
        public EntryKind kind() {
            return EntryKind.VOID;
        }

        @Override
        public BalanceChange effect() {
            return new BalanceChange(points, 0, -points, 0);
        }
    }

    record Redeemed(long points, List<Allocation> allocations, Posting posting) implements LedgerEntry {

        public Redeemed {
            allocations = Require.list("allocations", allocations);
        }

        @Override
        public EntryKind kind() {
            return EntryKind.REDEEM;
        }

        @Override
        public BalanceChange effect() {
            return BalanceChange.ofAvailable(-points);
        }
    }

    /**
     * As many points could be used as the program redeems by itself. Whoever hears of it gives what they buy.
     *
     * @param points a whole multiple of what the program redeems by itself
     */
    record AutoRedeemed(long points, List<Allocation> allocations, Posting posting) implements LedgerEntry {

        public AutoRedeemed {
            allocations = Require.list("allocations", allocations);
        }

        @Override
        public EntryKind kind() {
            return EntryKind.REDEEM;
        }

        @Override
        public BalanceChange effect() {
            return BalanceChange.ofAvailable(-points);
        }
    }

    /**
     * Points went back to the lots that they were taken from or, with terms, to a new lot.
     *
     * @param redemption the sequence of the entry that took them
     */
    record Restored(
            long points, long redemption, List<Allocation> allocations, Optional<LotTerms> terms, Posting posting)
            implements LedgerEntry {

        public Restored {
            allocations = Require.list("allocations", allocations);
        }

        @Override
        public EntryKind kind() {
            return EntryKind.RESTORE;
        }

        @Override
        public BalanceChange effect() {
            return BalanceChange.ofAvailable(points);
        }

        @Override
        public Optional<LotTerms> opened() {
            return terms;
        }
    }

    /**
     * A refund took back what it could find.
     *
     * @param points those it found
     * @param claims how many points of each lot of the order it claimed, found or not
     * @param allocations where it found them
     * @param fromPending how many of them were pending
     */
    record Reversed(
            long points,
            String order,
            List<Allocation> claims,
            List<Allocation> allocations,
            long fromPending,
            Posting posting)
            implements LedgerEntry {

        public Reversed {
            claims = Require.list("claims", claims);
            allocations = Require.list("allocations", allocations);
        }

        @Override
        public EntryKind kind() {
            return EntryKind.REVERSE;
        }

        @Override
        public BalanceChange effect() {
            return new BalanceChange(fromPending - points, -fromPending, 0, 0);
        }
    }

    record Expired(long points, List<Allocation> allocations, Posting posting) implements LedgerEntry {

        public Expired {
            allocations = Require.list("allocations", allocations);
        }

        @Override
        public EntryKind kind() {
            return EntryKind.EXPIRE;
        }

        @Override
        public BalanceChange effect() {
            return BalanceChange.ofAvailable(-points);
        }
    }

    record TransferredIn(long points, LoyaltyAccountId from, LotTerms terms, Posting posting) implements LedgerEntry {

        @Override
        public EntryKind kind() {
            return EntryKind.TRANSFER_IN;
        }

        @Override
        public BalanceChange effect() {
            return BalanceChange.ofAvailable(points);
        }

        @Override
        public Optional<LotTerms> opened() {
            return Optional.of(terms);
        }
    }

    record TransferredOut(long points, LoyaltyAccountId to, List<Allocation> allocations, Posting posting)
            implements LedgerEntry {

        public TransferredOut {
            allocations = Require.list("allocations", allocations);
        }

        @Override
        public EntryKind kind() {
            return EntryKind.TRANSFER_OUT;
        }

        @Override
        public BalanceChange effect() {
            return BalanceChange.ofAvailable(-points);
        }
    }

    /** Up with terms, for a new lot; down with allocations. */
    record Adjusted(long points, List<Allocation> allocations, Optional<LotTerms> terms, Posting posting)
            implements LedgerEntry {

        public Adjusted {
            allocations = Require.list("allocations", allocations);
        }

        @Override
        public EntryKind kind() {
            return EntryKind.ADJUST;
        }

        @Override
        public BalanceChange effect() {
            return BalanceChange.ofAvailable(terms.isPresent() ? points : -points);
        }

        @Override
        public Optional<LotTerms> opened() {
            return terms;
        }
    }

    /**
     * Points that had expired came back, as a new lot.
     *
     * @param expiry the sequence of the entry that expired them
     */
    record Reinstated(long points, long expiry, LotTerms terms, Posting posting) implements LedgerEntry {

        @Override
        public EntryKind kind() {
            return EntryKind.ADJUST;
        }

        @Override
        public BalanceChange effect() {
            return BalanceChange.ofAvailable(points);
        }

        @Override
        public Optional<LotTerms> opened() {
            return Optional.of(terms);
        }
    }

    record DebtIncurred(long points, Posting posting) implements LedgerEntry {

        @Override
        public EntryKind kind() {
            return EntryKind.DEBT_INCURRED;
        }

        @Override
        public BalanceChange effect() {
            return BalanceChange.ofDebt(points);
        }
    }

    record DebtRepaid(long points, List<Allocation> allocations, Posting posting) implements LedgerEntry {

        public DebtRepaid {
            allocations = Require.list("allocations", allocations);
        }

        @Override
        public EntryKind kind() {
            return EntryKind.DEBT_REPAID;
        }

        @Override
        public BalanceChange effect() {
            return new BalanceChange(-points, 0, 0, -points);
        }
    }

    record WrittenOff(long points, Posting posting) implements LedgerEntry {

        @Override
        public EntryKind kind() {
            return EntryKind.WRITE_OFF;
        }

        @Override
        public BalanceChange effect() {
            return BalanceChange.NONE;
        }
    }
}
