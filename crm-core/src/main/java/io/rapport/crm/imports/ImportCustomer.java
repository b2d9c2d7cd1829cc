package io.rapport.crm.imports;

import io.rapport.crm.customer.RegisterCustomer;
import io.rapport.crm.fault.Constructible;
import io.rapport.crm.fault.Require;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A customer whom the host has already.
 *
 * @param registration with at least one external id, by which the other rows name the customer
 * @param registeredAt when they became known to the host; kept to the microsecond
 */
public record ImportCustomer(
        @NotNull @Valid RegisterCustomer registration,
        @NotNull Instant registeredAt) {

    @Constructible(ImportCustomer.class)
    public ImportCustomer {
        Require.present("registration", registration);
        Require.that(
                !registration.externalIds().isEmpty(),
                "externalIds",
                "are missing",
                "give the host's own key, so that the row is imported only once");
        registeredAt = Require.present("registeredAt", registeredAt).truncatedTo(ChronoUnit.MICROS);
    }
}
