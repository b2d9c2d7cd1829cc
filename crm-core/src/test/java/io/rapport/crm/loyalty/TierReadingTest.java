package io.rapport.crm.loyalty;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.crm.Crm;
import io.rapport.crm.contract.SettableClock;
import io.rapport.crm.customer.RegisterCustomer;
import io.rapport.crm.event.RecordedEvent;
import io.rapport.crm.id.Actor;
import io.rapport.crm.id.CommandKey;
import io.rapport.crm.id.TenantId;
import io.rapport.crm.loyalty.earning.EarningActivity;
import io.rapport.crm.loyalty.earning.EarningRules;
import io.rapport.crm.loyalty.earning.OrderLine;
import io.rapport.crm.loyalty.earning.PointsRule;
import io.rapport.crm.loyalty.tier.Tier;
import io.rapport.crm.loyalty.tier.TierBenefits;
import io.rapport.crm.loyalty.tier.TierPlan;
import io.rapport.crm.loyalty.tier.TierWindow;
import io.rapport.crm.store.CrmStore;
import io.rapport.crm.store.UnitOfWork;
import io.rapport.crm.store.memory.InMemoryCrmStore;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** How much is read of a ledger to earn with the multiplier of a tier. */
class TierReadingTest {

    private static final ProgramId CLUB = ProgramId.of("club");
    private static final Tier GOLD = Tier.of("Gold", 30).with(TierBenefits.earning(BigDecimal.valueOf(2)));

    private final SettableClock clock = new SettableClock(Instant.parse("2024-02-29T09:30:00Z"));
    private final CountingStore store = new CountingStore();
    private final Crm crm = Crm.builder().store(store).clock(clock).build();

    @Test
    void earning_by_tier_reads_the_windows_that_have_a_say_and_not_the_ledger() {
        LoyaltyAccountId account = enrolled(TierPlan.builder(TierWindow.rolling(Period.ofDays(30))));
        earnDaily(account, 100);
        long early = readByEarning(account);
        earnDaily(account, 900);

        assertThat(readByEarning(account)).isEqualTo(early).isBetween(30L, 40L);
        assertThat(crm.loyalty().tiers().progress(account).tier()).contains(GOLD);
    }

    @Test
    void a_tier_for_a_lifetime_needs_the_whole_ledger() {
        LoyaltyAccountId account = enrolled(TierPlan.builder(TierWindow.lifetime()));
        earnDaily(account, 50);

        assertThat(readByEarning(account)).isEqualTo(50);
    }

    private LoyaltyAccountId enrolled(TierPlan.Builder tiers) {
        crm.programs()
                .define(
                        Program.builder(CLUB, ZoneOffset.UTC)
                                .earning(EarningRules.builder()
                                        .rules(
                                                PointsRule.perAmount("base", BigDecimal.ONE, Money.parse("EUR 1")),
                                                PointsRule.tierMultiplier("tier"))
                                        .build())
                                .tiers(tiers.tiers(GOLD).build())
                                .build(),
                        Actor.SYSTEM);
        return crm.loyalty()
                .enrol(EnrolCustomer.of(
                        crm.customers().register(RegisterCustomer.person("Ann")).id(), CLUB))
                .id();
    }

    private void earnDaily(LoyaltyAccountId account, int days) {
        for (int i = 0; i < days; i++) {
            clock.move(Duration.ofDays(1));
            crm.loyalty().earn(EarnPoints.of(account, 2, CommandKey.of("day-" + clock.instant())));
        }
    }

    private long readByEarning(LoyaltyAccountId account) {
        store.lines = 0;
        EarningActivity order = EarningActivity.order(OrderLine.of("tea", 1, Money.parse("EUR 5")));
        RuleEarning earned =
                crm.loyalty().earning().earn(EarnByRules.of(account, order, CommandKey.of("order-" + clock.instant())));
        assertThat(earned.points()).isEqualTo(10);
        return store.lines;
    }

    /** Counts the entries and events of ledgers that are handed out. */
    private static final class CountingStore implements CrmStore {

        private final CrmStore store = new InMemoryCrmStore();
        private long lines;

        @Override
        public <R> R inTransaction(TenantId tenant, Function<UnitOfWork, R> work) {
            return store.inTransaction(tenant, unit -> work.apply(new Counting(unit)));
        }

        @Override
        public <R> R reading(TenantId tenant, Function<UnitOfWork, R> work) {
            return store.reading(tenant, unit -> work.apply(new Counting(unit)));
        }

        private final class Counting implements UnitOfWork {

            private final UnitOfWork unit;

            Counting(UnitOfWork unit) {
                this.unit = unit;
            }

            @Override
            public TenantId tenant() {
                return unit.tenant();
            }

            @Override
            public <R> R repository(Class<R> port) {
                R repository = unit.repository(port);
                return port == LoyaltyRepository.class ? port.cast(counted(repository)) : repository;
            }

            @Override
            public List<RecordedEvent> recorded() {
                return unit.recorded();
            }

            @Override
            public boolean ownsTransaction() {
                return unit.ownsTransaction();
            }

            private Object counted(Object repository) {
                return Proxy.newProxyInstance(
                        LoyaltyRepository.class.getClassLoader(),
                        new Class<?>[] {LoyaltyRepository.class},
                        (proxy, method, arguments) -> {
                            Object result = method.invoke(repository, arguments);
                            boolean ledger = method.getName().startsWith("entries")
                                    || method.getName().equals("history");
                            lines += ledger && result instanceof List<?> read ? read.size() : 0;
                            return result;
                        });
            }
        }
    }
}
