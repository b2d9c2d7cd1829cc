package io.rapport.crm.loyalty;

import io.rapport.crm.fault.Require;
import io.rapport.crm.id.Actor;
import io.rapport.crm.id.CommandKey;
import java.time.Instant;
import java.util.Optional;

/**
 * What every entry of the ledger tells about itself.
 *
 * @param key the caller's name for the command that did it; empty for what fell due by itself
 * @param payload the digest of what that command asked for
 * @param cause what it was for, such as an order number
 * @param at when it took effect: when it was recorded, or when it fell due by itself. Never before the entry before it
 * @param recordedAt when it was written down
 * @param after the balances after it
 * @param slidesUntil when the account's sliding points expire after it; empty if it never had any
 */
public record Posting(
        Optional<CommandKey> key,
        Optional<String> payload,
        Optional<String> cause,
        Actor actor,
        Instant at,
        Instant recordedAt,
        Balances after,
        Optional<Instant> slidesUntil) {

    public Posting {
        Require.present("key", key);
        Require.present("payload", payload);
        Require.present("cause", cause);
        Require.present("actor", actor);
        Require.present("at", at);
        Require.present("recordedAt", recordedAt);
        Require.present("after", after);
        Require.present("slidesUntil", slidesUntil);
    }

    /** Without the cause. */
    @Override
    public String toString() {
        return "Posting[" + key.map(CommandKey::value).orElse("due") + ", " + at + ", " + after + "]";
    }
}
