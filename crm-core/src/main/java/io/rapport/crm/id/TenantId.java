package io.rapport.crm.id;

import io.rapport.crm.fault.Require;

/**
 * Whose data it is. Every port is opened for one tenant, and no query sees another's rows. Applications that serve one
 * organisation use {@link #DEFAULT}.
 *
 * @param value at most 64 characters, compared exactly
 */
public record TenantId(String value) {

    public static final TenantId DEFAULT = new TenantId("default");

    public TenantId {
        Require.text("tenant", value, 64);
    }

    public static TenantId of(String value) {
        return new TenantId(value);
    }
}
