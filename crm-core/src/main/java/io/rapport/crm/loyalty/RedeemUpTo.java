package io.rapport.crm.loyalty;

import io.rapport.crm.id.Actor;
import io.rapport.crm.id.CommandKey;
import io.rapport.crm.store.PayloadDigest;
import jakarta.validation.Valid;
import java.util.Optional;

/** A redemption that takes what there is; another command than the one that takes all or none. */
record RedeemUpTo(@Valid RedeemPoints most) implements LedgerCommand {

    @Override
    public LoyaltyAccountId account() {
        return most.account();
    }

    @Override
    public CommandKey key() {
        return most.key();
    }

    @Override
    public Optional<String> cause() {
        return most.cause();
    }

    @Override
    public Actor actor() {
        return most.actor();
    }

    @Override
    public String payload() {
        return PayloadDigest.of("loyalty.redeemUpTo").with(most.payload()).hex();
    }
}
