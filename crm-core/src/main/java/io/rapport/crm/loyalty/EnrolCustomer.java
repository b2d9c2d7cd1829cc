package io.rapport.crm.loyalty;

import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.fault.Require;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/** Asks for a customer's account in a program. */
public record EnrolCustomer(
        @NotNull @Valid CustomerId customer, @NotNull @Valid ProgramId program) {

    public EnrolCustomer {
        Require.present("customer", customer);
        Require.present("program", program);
    }

    public static EnrolCustomer of(CustomerId customer, ProgramId program) {
        return new EnrolCustomer(customer, program);
    }
}
