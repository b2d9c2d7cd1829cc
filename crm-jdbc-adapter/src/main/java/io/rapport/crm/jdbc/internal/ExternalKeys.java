package io.rapport.crm.jdbc.internal;

/** Looks rows up by many external keys in one statement. */
final class ExternalKeys {

    private static final String OF_TENANT = "WHERE tenant = ?";

    private ExternalKeys() {}

    /**
     * Narrows a selection of a tenant's rows down to those whose external key is in an array; the array is bound before
     * the tenant. A join, because H2 does not look {@code = ANY} up in an index whose first column is the tenant: it would
     * read all rows of the tenant for each batch.
     */
    static String among(String select) {
        return select.replace(
                OF_TENANT, "JOIN UNNEST(?) AS wanted (wanted_key) ON external_key = wanted_key " + OF_TENANT);
    }

    static Parameters.Binder bound(Object[] keys, Parameters.Binder tenant) {
        return parameters -> tenant.bind(parameters.addAll("VARCHAR", keys));
    }
}
