package io.rapport.crm.id;

import io.rapport.crm.fault.Require;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * A key that another system gave: the host's users table, a shop's order number, a mail server's message id. Unique per
 * tenant and kind of thing, so that an application needs no second identity of its own.
 *
 * @param system who gave the key, at most 64 characters
 * @param key the key, at most 190 characters, compared exactly
 */
public record ExternalId(
        @NotBlank @Size(max = 64) String system,
        @NotBlank @Size(max = 190) String key) {

    public ExternalId {
        Require.text("system", system, 64);
        Require.text("key", key, 190);
    }

    public static ExternalId of(String system, String key) {
        return new ExternalId(system, key);
    }
}
