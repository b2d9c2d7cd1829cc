package io.rapport.crm.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.crm.id.Actor;
import io.rapport.crm.id.CommandKey;
import io.rapport.crm.loyalty.LoyaltyAccount;
import io.rapport.crm.loyalty.LoyaltyAccountId;
import io.rapport.crm.loyalty.Program;
import io.rapport.crm.loyalty.ProgramVersion;
import java.time.Duration;
import java.time.ZoneId;

/** What the contracts of the ledger share. */
public abstract class LedgerContract extends LoyaltyContract {

    protected static final Actor BEA = Actor.of("bea");
    protected static final Duration DAY = Duration.ofDays(1);

    protected static Program.Builder club() {
        return Program.builder(CLUB, ZoneId.of("Europe/Berlin"));
    }

    protected final ProgramVersion define(Program.Builder rules) {
        return crm().programs().define(rules.build(), BEA);
    }

    protected static CommandKey key(String key) {
        return CommandKey.of(key);
    }

    protected final void assertClean(LoyaltyAccountId... accounts) {
        for (LoyaltyAccountId id : accounts) {
            assertThat(loyalty().verify(id).discrepancies()).isEmpty();
            assertThat(LoyaltyAccount.fold(loyalty().history(id)))
                    .isEqualTo(loyalty().find(id).orElseThrow());
        }
    }
}
