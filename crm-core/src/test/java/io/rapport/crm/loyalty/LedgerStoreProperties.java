package io.rapport.crm.loyalty;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.crm.Crm;
import io.rapport.crm.contract.SettableClock;
import io.rapport.crm.customer.RegisterCustomer;
import io.rapport.crm.fault.CrmException;
import io.rapport.crm.id.Actor;
import io.rapport.crm.loyalty.Commands.Step;
import io.rapport.crm.loyalty.Commands.Verb;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The same random streams through the service and a store, with the books of a {@link Till} beside them. */
class LedgerStoreProperties {

    @Property(tries = 25)
    void a_store_holds_what_the_books_say_and_every_command_has_one_effect(
            @ForAll("programs") Program program, @ForAll("streams") List<Step> stream) {
        new Shop().take(program, stream);
    }

    private static final class Shop {

        private final SettableClock clock = new SettableClock(Commands.START);
        private final Iterator<LoyaltyAccountId> accountIds = Commands.ACCOUNTS.iterator();
        private final Crm crm = Crm.builder().clock(clock).ids(this::nextId).build();
        private final Map<LedgerCommand, Receipt> done = new LinkedHashMap<>();
        private boolean enrolling;

        private UUID nextId() {
            return enrolling ? accountIds.next().value() : UUID.randomUUID();
        }

        void take(Program program, List<Step> stream) {
            crm.programs().define(program, Actor.SYSTEM);
            Till till = new Till(crm.programs().find(Commands.CLUB).orElseThrow());
            List<LoyaltyAccountId> ids = Commands.ACCOUNTS;
            ids.forEach(id -> enrol(till, id));
            List<List<Long>> holds = List.of(new ArrayList<>(), new ArrayList<>());
            List<List<Long>> redemptions = List.of(new ArrayList<>(), new ArrayList<>());

            for (int i = 0; i < stream.size(); i++) {
                Step step = stream.get(i);
                switch (step.verb()) {
                    case WAIT -> clock.move(Duration.ofHours(step.choice() % 60));
                    case SWEEP -> {
                        crm.loyalty().sweep(clock.instant(), 10);
                        ids.forEach(id -> till.settle(id, clock.instant()));
                    }
                    case REPEAT ->
                        done.forEach(
                                (command, receipt) -> assertThat(send(command)).isEqualTo(receipt));
                    default -> {
                        LedgerCommand command = Commands.command(
                                step,
                                i,
                                clock.instant(),
                                holds.get(step.account()),
                                redemptions.get(step.account()),
                                till.expiries(step.id()));
                        run(till, command, step, holds, redemptions);
                    }
                }
                ids.forEach(id -> assertThat(crm.loyalty().find(id)).contains(till.account(id)));
            }
            for (LoyaltyAccountId id : ids) {
                assertThat(crm.loyalty().verify(id).discrepancies()).isEmpty();
                assertThat(crm.loyalty().history(id)).isEqualTo(till.history(id));
            }
        }

        private void enrol(Till till, LoyaltyAccountId id) {
            EnrolCustomer command = EnrolCustomer.of(
                    crm.customers().register(RegisterCustomer.person("Ann")).id(), Commands.CLUB);
            enrolling = true;
            assertThat(crm.loyalty().enrol(command).id()).isEqualTo(id);
            enrolling = false;
            till.enrol(id, command, clock.instant());
        }

        private void run(
                Till till, LedgerCommand command, Step step, List<List<Long>> holds, List<List<Long>> redemptions) {
            try {
                Receipt receipt = send(command);
                assertThat(till.run(command, clock.instant())).isEqualTo(receipt);
                done.put(command, receipt);
                if (step.verb() == Verb.RESERVE) {
                    holds.get(step.account()).add(receipt.sequence());
                } else if (step.verb() == Verb.REDEEM || step.verb() == Verb.COMMIT) {
                    redemptions.get(step.account()).add(receipt.sequence());
                }
            } catch (CrmException refused) {
                assertThat(done).doesNotContainKey(command);
            }
        }

        /** Every command through the call that is made for it, told as the receipt that its result is made from. */
        private Receipt send(LedgerCommand command) {
            LoyaltyAccounts loyalty = crm.loyalty();
            if (command instanceof EarnPoints earn) {
                loyalty.earn(earn);
            } else if (command instanceof RedeemPoints redeem) {
                loyalty.redeem(redeem);
            } else if (command instanceof RedeemUpTo redeem) {
                loyalty.redeemUpTo(redeem.most());
            } else if (command instanceof ReservePoints reserve) {
                loyalty.reserve(reserve);
            } else if (command instanceof CommitHold commit) {
                loyalty.commit(commit);
            } else if (command instanceof VoidHold end) {
                loyalty.voidHold(end);
            } else if (command instanceof RefundOrder refund) {
                loyalty.refund(refund);
            } else if (command instanceof ActivatePoints activate) {
                loyalty.activate(activate);
            } else if (command instanceof RestorePoints restore) {
                loyalty.restore(restore);
            } else if (command instanceof ReinstatePoints reinstate) {
                loyalty.reinstate(reinstate);
            } else if (command instanceof AdjustPoints adjust) {
                loyalty.adjust(adjust);
            } else if (command instanceof TransferPoints transfer) {
                loyalty.transfer(transfer);
            }
            return Receipt.of(lines(command), command.key());
        }

        private List<LedgerLine> lines(LedgerCommand command) {
            List<LoyaltyEvent> history = crm.loyalty().history(command.account());
            List<LedgerLine> lines = new ArrayList<>();
            for (int i = 0; i < history.size(); i++) {
                if (history.get(i) instanceof LedgerEntry entry
                        && entry.key().filter(command.key()::equals).isPresent()
                        && entry.kind() != EntryKind.TRANSFER_IN) {
                    lines.add(new LedgerLine(command.account(), i + 1L, entry));
                }
            }
            return lines;
        }
    }

    @Provide
    Arbitrary<List<Step>> streams() {
        return Commands.streams();
    }

    @Provide
    Arbitrary<Program> programs() {
        return Commands.programs();
    }
}
