package io.rapport.crm.jdbc.internal;

/** Looks rows up by many external keys in one statement. */
final class ExternalKeys {

    private ExternalKeys() {}

    /**
     * Narrows a selection without a WHERE clause down to a tenant's rows whose external key is in an array; the array is
     * bound before the tenant. A join, because H2 does not look {@code = ANY} up in an index whose first column is the
     * tenant: it would read all rows of the tenant for each batch.
     */
    static String among(String select) {
        return select + " JOIN UNNEST(?) AS wanted (wanted_key) ON external_key = wanted_key WHERE tenant = ?";
    }

    static Parameters.Binder bound(Object[] keys, Parameters.Binder tenant) {
        return parameters -> tenant.bind(parameters.addAll("VARCHAR", keys));
    }
}
