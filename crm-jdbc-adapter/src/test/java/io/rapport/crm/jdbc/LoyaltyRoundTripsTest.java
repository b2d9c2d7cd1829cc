package io.rapport.crm.jdbc;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.rapport.crm.Crm;
import io.rapport.crm.contract.SettableClock;
import io.rapport.crm.customer.Customer;
import io.rapport.crm.customer.RegisterCustomer;
import io.rapport.crm.id.Actor;
import io.rapport.crm.id.CommandKey;
import io.rapport.crm.id.TenantId;
import io.rapport.crm.loyalty.CommitHold;
import io.rapport.crm.loyalty.EarnPoints;
import io.rapport.crm.loyalty.EnrolCustomer;
import io.rapport.crm.loyalty.ExpiryPolicy;
import io.rapport.crm.loyalty.LoyaltyAccount;
import io.rapport.crm.loyalty.Program;
import io.rapport.crm.loyalty.ProgramId;
import io.rapport.crm.loyalty.RedeemPoints;
import io.rapport.crm.loyalty.Reservation;
import io.rapport.crm.loyalty.ReservePoints;
import io.rapport.crm.loyalty.TransferPoints;
import io.rapport.crm.loyalty.household.FormHousehold;
import io.rapport.crm.loyalty.household.HouseholdTerms;
import io.rapport.crm.loyalty.reward.Benefit;
import io.rapport.crm.loyalty.reward.OfferReward;
import io.rapport.crm.loyalty.reward.PointsPrice;
import io.rapport.crm.loyalty.reward.RedeemReward;
import io.rapport.crm.loyalty.reward.Reward;
import io.rapport.crm.loyalty.reward.RewardTerms;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** What moving points costs on PostgreSQL, in round trips on the wire, the commit included. */
class LoyaltyRoundTripsTest {

    /** Without a pool, which would ask now and then whether a connection is alive. */
    private static SingleConnectionDataSource connection;

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-02T09:30:00Z"));

    private final TenantId tenant = TenantId.of("trips-" + UUID.randomUUID());

    private final Crm crm = Crm.builder()
            .clock(clock)
            .store(JdbcCrmStore.on(connection))
            .tenant(tenant)
            .build();

    @BeforeAll
    static void open() {
        String counting = "&socketFactory=" + CountingSocketFactory.class.getName();
        connection = new SingleConnectionDataSource(TestDatabase.postgresUrl() + counting, true);
        CrmSchema.migrate(TestDatabase.postgres());
    }

    @AfterAll
    static void close() {
        connection.destroy();
    }

    @Test
    void redeeming_is_a_lock_and_a_save_with_the_commit() {
        LoyaltyAccount club = enrolled("club");
        crm.loyalty().earn(EarnPoints.of(club.id(), 100, CommandKey.of("earn")));
        CountingSocketFactory.roundTrips();

        crm.loyalty().redeem(RedeemPoints.of(club.id(), 40, CommandKey.of("redeem")));

        assertThat(CountingSocketFactory.roundTrips()).isEqualTo(2);
        assertThat(crm.loyalty().balance(club.id())).isEqualTo(60);
    }

    @Test
    void redeeming_begins_with_its_lock_and_writes_only_what_it_changes() {
        LoyaltyAccount club = enrolled("club");
        crm.loyalty().earn(EarnPoints.of(club.id(), 100, CommandKey.of("earn")));
        RecordingDataSource recorded = new RecordingDataSource(connection);
        Crm watched = Crm.builder()
                .clock(clock)
                .store(JdbcCrmStore.on(recorded))
                .tenant(tenant)
                .build();
        assertThat(watched.loyalty().balance(club.id())).isEqualTo(100);
        recorded.executed();
        clock.move(Duration.ofSeconds(1));

        watched.loyalty().redeem(RedeemPoints.of(club.id(), 40, CommandKey.of("redeem")));

        List<String> executed = recorded.executed();
        assertThat(executed).element(0, as(STRING)).startsWith("BEGIN; SELECT");
        assertThat(executed)
                .element(1, as(STRING))
                .contains(
                        "UPDATE crm_loyalty_account"
                                + " SET available = ?, lifetime_redeemed = ?, last_entry_at = ?, version = ? WHERE",
                        "UPDATE crm_loyalty_lot SET remaining = ? WHERE");
        assertThat(crm.loyalty().verify(club.id()).discrepancies()).isEmpty();
    }

    @Test
    void redeeming_from_many_lots_what_fell_due_included_takes_no_more_round_trips() {
        crm.programs()
                .define(
                        Program.builder(ProgramId.of("club"), ZoneOffset.UTC)
                                .expiry(ExpiryPolicy.afterDays(30))
                                .build(),
                        Actor.SYSTEM);
        LoyaltyAccount club = enrolled("club");
        for (int i = 0; i < 20; i++) {
            crm.loyalty()
                    .earn(EarnPoints.of(club.id(), 10, CommandKey.of("order-" + i))
                            .at(clock.instant().minus(Duration.ofDays(i))));
        }
        clock.move(Duration.ofDays(15));
        CountingSocketFactory.roundTrips();

        crm.loyalty().redeem(RedeemPoints.of(club.id(), 95, CommandKey.of("redeem")));

        assertThat(CountingSocketFactory.roundTrips()).isEqualTo(2);
        assertThat(crm.loyalty().find(club.id()).orElseThrow().totals().expired())
                .isEqualTo(40);
        assertThat(crm.loyalty().verify(club.id()).discrepancies()).isEmpty();
    }

    @Test
    void a_hold_its_commit_and_a_repeated_command_take_few_round_trips() {
        LoyaltyAccount club = enrolled("club");
        crm.loyalty().earn(EarnPoints.of(club.id(), 100, CommandKey.of("earn")));
        CountingSocketFactory.roundTrips();

        Reservation hold = crm.loyalty().reserve(ReservePoints.of(club.id(), 100, CommandKey.of("hold")));
        assertThat(CountingSocketFactory.roundTrips()).isEqualTo(2);
        crm.loyalty()
                .commit(CommitHold.of(club.id(), hold.hold(), CommandKey.of("commit"))
                        .only(30));
        assertThat(CountingSocketFactory.roundTrips()).isEqualTo(2);
        crm.loyalty()
                .commit(CommitHold.of(club.id(), hold.hold(), CommandKey.of("commit"))
                        .only(30));
        assertThat(CountingSocketFactory.roundTrips()).isEqualTo(3);
    }

    @Test
    void a_balance_is_one_round_trip() {
        LoyaltyAccount club = enrolled("club");
        crm.loyalty().earn(EarnPoints.of(club.id(), 100, CommandKey.of("earn")));
        CountingSocketFactory.roundTrips();

        crm.loyalty().balance(club.id());

        assertThat(CountingSocketFactory.roundTrips()).isEqualTo(1);
    }

    @Test
    void a_transfer_is_two_locks_and_two_saves_the_last_with_the_commit() {
        LoyaltyAccount ann = enrolled("club");
        LoyaltyAccount bob = enrolled("club");
        crm.loyalty().earn(EarnPoints.of(ann.id(), 100, CommandKey.of("earn")));
        CountingSocketFactory.roundTrips();

        crm.loyalty().transfer(TransferPoints.of(ann.id(), bob.id(), 40, CommandKey.of("gift")));

        assertThat(CountingSocketFactory.roundTrips()).isEqualTo(4);
    }

    @Test
    void redeeming_from_a_household_reads_who_is_a_member_besides() {
        LoyaltyAccount ann = enrolled("club");
        LoyaltyAccount pool = enrolled("club");
        crm.loyalty().earn(EarnPoints.of(ann.id(), 100, CommandKey.of("earn")));
        crm.households().form(FormHousehold.of(pool.id(), ann.id(), HouseholdTerms.upTo(2), CommandKey.of("form")));
        CountingSocketFactory.roundTrips();

        crm.households().redeem(ann.id(), RedeemPoints.of(pool.id(), 40, CommandKey.of("redeem")));

        assertThat(CountingSocketFactory.roundTrips()).isEqualTo(5);
    }

    @Test
    void redeeming_a_reward_locks_and_writes_the_account_twice_and_all_else_once() {
        LoyaltyAccount club = enrolled("club");
        crm.loyalty().earn(EarnPoints.of(club.id(), 100, CommandKey.of("earn")));
        Reward mug = crm.rewards()
                .offer(OfferReward.of(
                        "mug",
                        RewardTerms.of(
                                "A mug", ProgramId.of("club"), Benefit.freeProduct("mug"), PointsPrice.fixed(10))));
        CountingSocketFactory.roundTrips();

        crm.rewards().redeem(RedeemReward.of(mug.id(), club.id(), CommandKey.of("mug")));
        assertThat(CountingSocketFactory.roundTrips()).isEqualTo(12);
        crm.rewards().redeem(RedeemReward.of(mug.id(), club.id(), CommandKey.of("mug")));
        assertThat(CountingSocketFactory.roundTrips()).isEqualTo(3);
    }

    private LoyaltyAccount enrolled(String program) {
        Customer customer = crm.customers().register(RegisterCustomer.person("Ann"));
        return crm.loyalty().enrol(EnrolCustomer.of(customer.id(), ProgramId.of(program)));
    }
}
