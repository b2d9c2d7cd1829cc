package io.rapport.crm.loyalty;

import io.rapport.crm.id.Actor;
import io.rapport.crm.id.CommandKey;
import java.util.Optional;

/** A command that moves points of an account. */
public interface LedgerCommand {

    LoyaltyAccountId account();

    /** The caller's name for this command; the same again has no second effect. */
    CommandKey key();

    /** What it is for, such as an order number. */
    Optional<String> cause();

    Actor actor();

    /** A digest of everything that is asked for, by which the same command is known again. */
    String payload();
}
