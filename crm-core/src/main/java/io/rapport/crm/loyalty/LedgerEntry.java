package io.rapport.crm.loyalty;

import io.rapport.crm.id.Actor;
import io.rapport.crm.id.CommandKey;
import java.util.Optional;

/** An event that moved points. Entries are never changed or deleted; a correction is a new entry. */
public sealed interface LedgerEntry extends LoyaltyEvent permits LoyaltyEvent.Earned, LoyaltyEvent.Redeemed {

    /** How many points were moved, always above 0; the kind of the entry says which way. */
    long points();

    /** The points that were available after it. */
    long balanceAfter();

    /** The caller's name for the command that did it. */
    CommandKey key();

    /** The digest of what that command asked for. */
    String payload();

    /** What it was for, such as an order number. */
    Optional<String> cause();

    Actor actor();
}
