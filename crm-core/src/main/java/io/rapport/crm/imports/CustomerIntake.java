package io.rapport.crm.imports;

import io.rapport.crm.customer.Customer;
import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.customer.CustomerRepository;
import io.rapport.crm.fault.InvalidInputException;
import io.rapport.crm.id.ExternalId;
import io.rapport.crm.store.UnitOfWork;
import io.rapport.crm.store.Workspace;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Stores customers who are not known yet, and leaves those who are as they are. */
record CustomerIntake(Workspace workspace) implements Intake<ImportCustomer> {

    @Override
    public ImportKind kind() {
        return ImportKind.CUSTOMERS;
    }

    @Override
    public Collection<ExternalId> keys(ImportCustomer row) {
        return row.registration().externalIds();
    }

    @Override
    public List<Verdict> store(UnitOfWork unit, List<ImportCustomer> rows, boolean announced) {
        CustomerRepository customers = unit.repository(CustomerRepository.class);
        Map<ExternalId, CustomerId> known =
                customers.idsOf(rows.stream().flatMap(row -> keys(row).stream()).toList());
        List<Customer> fresh = new ArrayList<>();
        List<Verdict> verdicts =
                rows.stream().map(row -> verdict(row, known, fresh)).toList();
        customers.saveNew(fresh, announced);
        return verdicts;
    }

    private Verdict verdict(ImportCustomer row, Map<ExternalId, CustomerId> known, List<Customer> fresh) {
        long holders = keys(row).stream()
                .map(known::get)
                .filter(Objects::nonNull)
                .distinct()
                .count();
        if (holders > 1) {
            return Verdict.rejected("externalIds", "belong to different customers: give the keys of one");
        }
        if (holders == 1) {
            return Verdict.UNCHANGED;
        }
        try {
            fresh.add(Customer.register(new CustomerId(workspace.nextId()), row.registration(), row.registeredAt()));
            return Verdict.STORED;
        } catch (InvalidInputException refused) {
            return Verdict.rejected(refused);
        }
    }
}
