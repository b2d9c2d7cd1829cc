package io.rapport.crm.store.memory;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import io.rapport.crm.customer.Customer;
import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.customer.CustomerRepository;
import io.rapport.crm.customer.RegisterCustomer;
import io.rapport.crm.id.IdGenerator;
import io.rapport.crm.id.TenantId;
import io.rapport.crm.store.CrmStore;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class InMemoryCrmStoreTest {

    private final CrmStore store = new InMemoryCrmStore();

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
    class OfLoyaltyCommands extends LoyaltyCommandContract {
        @Override
        protected CrmStore store() {
            return store;
        }
    }

    @Nested
    class OfLoyaltyAccounts extends LoyaltyRepositoryContract {
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

    @Test
    void nothing_can_be_written_where_work_only_reads() {
        Customer ann = Customer.register(
                new CustomerId(IdGenerator.timeOrdered().next()),
                RegisterCustomer.person("Ann"),
                Instant.parse("2026-03-02T09:30:00Z"));

        assertThatThrownBy(() -> store.reading(TenantId.DEFAULT, unit -> {
                    unit.repository(CustomerRepository.class).save(ann);
                    return true;
                }))
                .isInstanceOf(IllegalStateException.class);
    }
}
