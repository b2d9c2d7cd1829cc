package io.rapport.crm.retention;

import io.rapport.crm.fault.Require;
import java.time.Instant;
import java.util.UUID;

/**
 * Something that shows a customer to be active: a purchase, a visit, a contact. The caller decides which.
 *
 * @param customer whose
 * @param at when
 */
public record Activity(UUID customer, Instant at) {

    public Activity {
        Require.present("customer", customer);
        Require.present("at", at);
    }
}
