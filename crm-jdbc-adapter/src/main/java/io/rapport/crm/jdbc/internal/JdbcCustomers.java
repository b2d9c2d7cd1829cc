package io.rapport.crm.jdbc.internal;

import io.rapport.crm.customer.ContactKey;
import io.rapport.crm.customer.ContactPoint;
import io.rapport.crm.customer.Customer;
import io.rapport.crm.customer.CustomerEvent;
import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.customer.CustomerKind;
import io.rapport.crm.customer.CustomerRepository;
import io.rapport.crm.customer.CustomerStatus;
import io.rapport.crm.customer.HandlingProfile;
import io.rapport.crm.fault.AlreadyExistsException;
import io.rapport.crm.id.ExternalId;
import io.rapport.crm.id.TenantId;
import io.rapport.crm.store.Cursor;
import io.rapport.crm.store.Page;
import io.rapport.crm.store.PageRequest;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The customers of a tenant. Contact keys and external ids of live customers have tables of their own, for uniqueness. */
final class JdbcCustomers extends JdbcAggregates<CustomerId, Customer, CustomerEvent> implements CustomerRepository {

    private static final String SELECT = """
            SELECT c.id, c.version, c.kind, c.full_name, c.locale, c.zone, c.contact_points, c.external_ids, c.tags,
                   c.status, c.handling, c.registered_at
              FROM {customer} c""";
    private static final String BY_ID = SELECT + " WHERE c.tenant = ? AND c.id = ?";
    private static final String PAGE = SELECT + " WHERE c.tenant = ?";
    private static final String BY_EXTERNAL_ID = SELECT + """

              JOIN {external_id} x ON x.tenant = c.tenant AND x.customer_id = c.id
             WHERE x.tenant = ? AND x.source_system = ? AND x.external_key = ?""";
    private static final String BY_CONTACT = SELECT + """

              JOIN {contact_key} k ON k.tenant = c.tenant AND k.customer_id = c.id
             WHERE k.tenant = ? AND k.kind = ? AND k.contact_key = ?
             ORDER BY c.id""";
    private static final String IDS = ExternalKeys.among("""
            SELECT source_system, external_key, customer_id
              FROM {external_id}""");
    private static final String COUNT = "SELECT count(*) AS n FROM {customer} WHERE tenant = ? AND status = 'ACTIVE'";
    private static final Insert INSERT = Insert.into(
            "customer",
            "kind",
            "full_name",
            "locale",
            "zone",
            "contact_points",
            "external_ids",
            "tags",
            "status",
            "handling",
            "version",
            "registered_at",
            "tenant",
            "id");
    private static final String UPDATE = """
            UPDATE {customer}
               SET kind = ?, full_name = ?, locale = ?, zone = ?, contact_points = ?, external_ids = ?, tags = ?,
                   status = ?, handling = ?, version = ?
             WHERE tenant = ? AND id = ? AND version = ?""";
    private static final Insert INSERT_CONTACT_KEY =
            Insert.into("contact_key", "tenant", "kind", "contact_key", "shared_by", "customer_id");
    private static final String DELETE_CONTACT_KEY = """
            DELETE FROM {contact_key}
             WHERE tenant = ? AND kind = ? AND contact_key = ? AND shared_by = ? AND customer_id = ?""";
    private static final Insert INSERT_EXTERNAL_ID =
            Insert.into("external_id", "tenant", "source_system", "external_key", "customer_id");
    private static final String DELETE_EXTERNAL_ID = """
            DELETE FROM {external_id}
             WHERE tenant = ? AND source_system = ? AND external_key = ? AND customer_id = ?""";

    JdbcCustomers(TenantId tenant, Session session, EventLog events) {
        super(
                tenant,
                session,
                events,
                EventFamily.CUSTOMER,
                CustomerEvent.class,
                new AggregateSql(BY_ID, INSERT, UPDATE));
    }

    @Override
    public Optional<Customer> find(ExternalId externalId) {
        return session.one(
                BY_EXTERNAL_ID,
                parameters -> parameters.add(tenant).add(externalId.system()).add(externalId.key()),
                this::map);
    }

    @Override
    public List<Customer> findByContact(ContactKey key) {
        return session.list(
                BY_CONTACT, parameters -> parameters.add(tenant).add(key.kind()).add(key.value()), this::map);
    }

    @Override
    public Map<ExternalId, CustomerId> idsOf(Collection<ExternalId> externalIds) {
        Set<ExternalId> wanted = new HashSet<>(externalIds);
        Object[] keys = wanted.stream().map(ExternalId::key).distinct().toArray();
        Map<ExternalId, CustomerId> found = new HashMap<>();
        session.list(IDS, ExternalKeys.bound(keys, parameters -> parameters.add(tenant)), JdbcCustomers::held).stream()
                .filter(held -> wanted.contains(held.externalId()))
                .forEach(held -> found.put(held.externalId(), held.customer()));
        return Map.copyOf(found);
    }

    @Override
    public Page<Customer> page(PageRequest request) {
        return Pages.ascending(
                session,
                PAGE,
                "registered_at",
                parameters -> parameters.add(tenant),
                request,
                this::map,
                customer -> new Cursor(customer.registeredAt(), customer.id().value()));
    }

    @Override
    public long count() {
        return session.count(COUNT, parameters -> parameters.add(tenant));
    }

    @Override
    void insert(Parameters parameters, Customer customer) throws SQLException {
        update(parameters, customer);
        parameters.add(customer.registeredAt()).add(tenant).add(customer.id());
    }

    @Override
    void update(Parameters parameters, Customer customer) throws SQLException {
        parameters
                .add(customer.kind())
                .add(customer.name())
                .addText(customer.locale().map(Locale::toLanguageTag))
                .addText(customer.zone().map(ZoneId::getId))
                .addJson(customer.contactPoints())
                .addJson(customer.externalIds())
                .addJson(customer.tags())
                .add(customer.status())
                .addOptionalJson(
                        Optional.of(customer.handling()).filter(handling -> !handling.equals(HandlingProfile.STANDARD)))
                .add(customer.version());
    }

    @Override
    Customer map(Row row) throws SQLException {
        return new Customer(
                new CustomerId(row.id("id")),
                row.constant("kind", CustomerKind.class),
                row.text("full_name"),
                row.optionalText("locale").map(Locale::forLanguageTag),
                row.optionalText("zone").map(ZoneId::of),
                row.list("contact_points", ContactPoint.class),
                Set.copyOf(row.list("external_ids", ExternalId.class)),
                Set.copyOf(row.list("tags", String.class)),
                row.constant("status", CustomerStatus.class),
                row.optionalJson("handling", HandlingProfile.class).orElse(HandlingProfile.STANDARD),
                row.instant("registered_at"),
                row.number("version"),
                List.of());
    }

    @Override
    void extend(GuardedSave save, Customer customer) {
        CustomerKeys keys = CustomerKeys.of(customer);
        save.each(DELETE_CONTACT_KEY, keys.lostContacts(tenant))
                .each(DELETE_EXTERNAL_ID, keys.lostExternalIds(tenant))
                .insert(INSERT_CONTACT_KEY, keys.newContacts(tenant))
                .insert(INSERT_EXTERNAL_ID, keys.newExternalIds(tenant));
    }

    @Override
    void extendNew(Collection<Customer> customers) throws SQLException {
        List<CustomerKeys> keys = customers.stream().map(CustomerKeys::of).toList();
        session.tryBatch(
                INSERT_CONTACT_KEY.one(),
                keys.stream().flatMap(one -> one.newContacts(tenant).stream()).toList());
        session.tryBatch(
                INSERT_EXTERNAL_ID.one(),
                keys.stream()
                        .flatMap(one -> one.newExternalIds(tenant).stream())
                        .toList());
    }

    @Override
    AlreadyExistsException taken(SQLException violation) {
        boolean contact = UniqueKeys.named(violation, "contact_key");
        return new AlreadyExistsException(contact ? "contactPoints" : "externalIds", "another customer");
    }

    private record Held(ExternalId externalId, CustomerId customer) {}

    private static Held held(Row row) throws SQLException {
        return new Held(
                ExternalId.of(row.text("source_system"), row.text("external_key")),
                new CustomerId(row.id("customer_id")));
    }
}
