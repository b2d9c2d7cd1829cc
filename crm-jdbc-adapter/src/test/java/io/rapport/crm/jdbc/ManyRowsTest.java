package io.rapport.crm.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.rapport.crm.Crm;
import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.customer.RegisterCustomer;
import io.rapport.crm.id.ExternalId;
import io.rapport.crm.id.TenantId;
import io.rapport.crm.interaction.Channel;
import io.rapport.crm.interaction.InteractionFilter;
import io.rapport.crm.interaction.Purpose;
import io.rapport.crm.interaction.RecordInteraction;
import io.rapport.crm.purchase.RecordPurchase;
import io.rapport.crm.retention.ActivityDays;
import io.rapport.crm.retention.RevenueDays;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The two ways of reading many rows from PostgreSQL: by COPY, and by a cursor where a host's dialect has no COPY. */
class ManyRowsTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Kolkata");
    private static HikariDataSource pool;
    private static RecordingDataSource recorded;

    private final TenantId tenant = TenantId.of("many-" + UUID.randomUUID());
    private final Crm byCopy = crm(Dialect.postgresql());
    private final Crm byCursor = crm(() -> "postgresql");

    @BeforeAll
    static void open() {
        pool = TestDatabase.postgresPool(true);
        recorded = new RecordingDataSource(pool);
    }

    @AfterAll
    static void close() {
        pool.close();
    }

    private Crm crm(Dialect dialect) {
        return Crm.builder()
                .store(JdbcCrmStore.builder(TransactionRunner.owning(recorded))
                        .dialect(dialect)
                        .build())
                .tenant(tenant)
                .build();
    }

    @Test
    void a_cursor_reads_what_a_copy_reads() {
        for (int i = 0; i < 3; i++) {
            CustomerId customer =
                    byCopy.customers().register(RegisterCustomer.person("Ann")).id();
            for (int j = 0; j <= i; j++) {
                byCopy.purchases()
                        .record(RecordPurchase.of(
                                        customer,
                                        ExternalId.of("shop", i + "/" + j),
                                        Money.of(j == 2 ? CurrencyUnit.USD : CurrencyUnit.EUR, 3 * i + j))
                                .at(Instant.parse("1969-12-30T18:29:59.999999Z").plusSeconds(86_400L * 9 * j)));
                byCopy.interactions()
                        .record(RecordInteraction.reactive(
                                customer, j == 0 ? Channel.PHONE : Channel.APP, Purpose.SERVICE));
            }
        }
        recorded.executed();

        ActivityDays purchases = byCopy.retention().purchaseDays(ZONE);
        ActivityDays calls =
                byCopy.retention().interactionDays(ZONE, InteractionFilter.any().channels(Channel.PHONE));
        Map<CurrencyUnit, RevenueDays> revenue = byCopy.retention().revenueDays(ZONE);

        assertThat(recorded.executed()).isEmpty();
        assertThat(purchases.orders()).isEqualTo(6);
        assertThat(calls.orders()).isEqualTo(3);
        assertThat(revenue).hasSize(2);
        assertThat(byCursor.retention().purchaseDays(ZONE)).isEqualTo(purchases);
        assertThat(byCursor.retention()
                        .interactionDays(ZONE, InteractionFilter.any().channels(Channel.PHONE)))
                .isEqualTo(calls);
        assertThat(byCursor.retention().revenueDays(ZONE)).isEqualTo(revenue);
        assertThat(recorded.executed())
                .filteredOn(sql -> sql.contains("SELECT"))
                .hasSize(3);
    }
}
