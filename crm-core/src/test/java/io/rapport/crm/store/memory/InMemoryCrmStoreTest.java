package io.rapport.crm.store.memory;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.crm.contract.AllContracts;
import io.rapport.crm.customer.Customer;
import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.customer.CustomerRepository;
import io.rapport.crm.customer.RegisterCustomer;
import io.rapport.crm.id.IdGenerator;
import io.rapport.crm.id.TenantId;
import io.rapport.crm.store.CrmStore;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class InMemoryCrmStoreTest extends AllContracts {

    private final CrmStore store = new InMemoryCrmStore();

    @Override
    protected CrmStore store() {
        return store;
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
