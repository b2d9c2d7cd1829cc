package io.rapport.crm.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import io.rapport.crm.contract.CrmStoreContract;
import io.rapport.crm.contract.CustomerRepositoryContract;
import io.rapport.crm.contract.ImportContract;
import io.rapport.crm.contract.InteractionRepositoryContract;
import io.rapport.crm.contract.LoyaltyCommandContract;
import io.rapport.crm.contract.LoyaltyRepositoryContract;
import io.rapport.crm.contract.PlaybookRepositoryContract;
import io.rapport.crm.contract.PurchaseRepositoryContract;
import io.rapport.crm.contract.StaffRepositoryContract;
import io.rapport.crm.contract.SurveyResponseRepositoryContract;
import io.rapport.crm.contract.TicketLifeContract;
import io.rapport.crm.contract.TicketRepositoryContract;
import io.rapport.crm.store.CrmStore;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Every contract, against one database, in one way of using it. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class JdbcContracts {

    private final TimeZone usualZone = TimeZone.getDefault();
    private final TimeZone zone;
    private HikariDataSource pool;
    private JdbcCrmStore store;

    JdbcContracts(String zone) {
        this.zone = TimeZone.getTimeZone(zone);
    }

    abstract HikariDataSource open();

    @BeforeAll
    void start() {
        TimeZone.setDefault(zone);
        pool = open();
        store = JdbcCrmStore.on(pool);
    }

    @AfterAll
    void stop() {
        pool.close();
        TimeZone.setDefault(usualZone);
    }

    @Nested
    class Store extends CrmStoreContract {
        @Override
        protected CrmStore store() {
            return store;
        }
    }

    @Nested
    class OfCustomers extends CustomerRepositoryContract {
        @Override
        protected CrmStore store() {
            return store;
        }
    }

    @Nested
    class OfTickets extends TicketRepositoryContract {
        @Override
        protected CrmStore store() {
            return store;
        }
    }

    @Nested
    class OfTheLifeOfTickets extends TicketLifeContract {
        @Override
        protected CrmStore store() {
            return store;
        }
    }

    @Nested
    class OfInteractions extends InteractionRepositoryContract {
        @Override
        protected CrmStore store() {
            return store;
        }
    }

    @Nested
    class OfPlaybooks extends PlaybookRepositoryContract {
        @Override
        protected CrmStore store() {
            return store;
        }
    }

    @Nested
    class OfPurchases extends PurchaseRepositoryContract {
        @Override
        protected CrmStore store() {
            return store;
        }
    }

    @Nested
    class OfSurveyResponses extends SurveyResponseRepositoryContract {
        @Override
        protected CrmStore store() {
            return store;
        }
    }

    @Nested
    class OfLoyalty extends LoyaltyRepositoryContract {
        @Override
        protected CrmStore store() {
            return store;
        }
    }

    @Nested
    class OfLoyaltyCommands extends LoyaltyCommandContract {
        @Override
        protected CrmStore store() {
            return store;
        }
    }

    @Nested
    class OfStaff extends StaffRepositoryContract {
        @Override
        protected CrmStore store() {
            return store;
        }
    }

    @Nested
    class OfImports extends ImportContract {
        @Override
        protected CrmStore store() {
            return store;
        }
    }
}
