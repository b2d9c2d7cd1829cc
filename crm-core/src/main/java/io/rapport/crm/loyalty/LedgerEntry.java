package io.rapport.crm.loyalty;

import io.rapport.crm.id.Actor;
import io.rapport.crm.id.CommandKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** An event that moved points. Entries are never changed or deleted; a correction is a new entry. */
public sealed interface LedgerEntry extends LoyaltyEvent
        permits LoyaltyEvent.Earned,
                LoyaltyEvent.Activated,
                LoyaltyEvent.Reserved,
                LoyaltyEvent.Committed,
                LoyaltyEvent.Voided,
                LoyaltyEvent.Redeemed,
                LoyaltyEvent.AutoRedeemed,
                LoyaltyEvent.Restored,
                LoyaltyEvent.Reversed,
                LoyaltyEvent.Expired,
                LoyaltyEvent.TransferredIn,
                LoyaltyEvent.TransferredOut,
                LoyaltyEvent.Adjusted,
                LoyaltyEvent.Reinstated,
                LoyaltyEvent.DebtIncurred,
                LoyaltyEvent.DebtRepaid,
                LoyaltyEvent.WrittenOff {

    EntryKind kind();

    /** How many points were moved; the kind of the entry says which way. 0 only for a refund that takes nothing back. */
    long points();

    Posting posting();

    /** What it did to the balances. */
    BalanceChange effect();

    /** Which lots its points came from, or went back to. */
    default List<Allocation> allocations() {
        return List.of();
    }

    /** The lot that it made, if it made one; the entry's sequence is the lot's number. */
    default Optional<LotTerms> opened() {
        return Optional.empty();
    }

    /** When it took effect; of an earning, since when it counts, which may be long before it was recorded. */
    default Instant effectiveAt() {
        return at();
    }

    @Override
    default Instant at() {
        return posting().at();
    }

    default Instant recordedAt() {
        return posting().recordedAt();
    }

    /** The points that were available after it. */
    default long balanceAfter() {
        return posting().after().available();
    }

    /** The caller's name for the command that did it; empty for what fell due by itself. */
    default Optional<CommandKey> key() {
        return posting().key();
    }

    /** The digest of what that command asked for. */
    default Optional<String> payload() {
        return posting().payload();
    }

    /** What it was for, such as an order number. */
    default Optional<String> cause() {
        return posting().cause();
    }

    default Actor actor() {
        return posting().actor();
    }
}
