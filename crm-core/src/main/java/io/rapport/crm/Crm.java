package io.rapport.crm;

import io.rapport.crm.calendar.Calendars;
import io.rapport.crm.calendar.HolidayCalendar;
import io.rapport.crm.customer.Customers;
import io.rapport.crm.event.CrmListener;
import io.rapport.crm.event.RecordedEvent;
import io.rapport.crm.fault.Require;
import io.rapport.crm.id.IdGenerator;
import io.rapport.crm.id.TenantId;
import io.rapport.crm.imports.Importer;
import io.rapport.crm.interaction.Interactions;
import io.rapport.crm.loyalty.LoyaltyAccounts;
import io.rapport.crm.loyalty.LoyaltyPrograms;
import io.rapport.crm.loyalty.household.Households;
import io.rapport.crm.loyalty.referral.ReferralCheck;
import io.rapport.crm.loyalty.referral.Referrals;
import io.rapport.crm.loyalty.reward.Coupons;
import io.rapport.crm.loyalty.reward.Rewards;
import io.rapport.crm.playbook.Playbooks;
import io.rapport.crm.purchase.Purchases;
import io.rapport.crm.satisfaction.Surveys;
import io.rapport.crm.staff.Staff;
import io.rapport.crm.store.CrmStore;
import io.rapport.crm.store.UnitOfWork;
import io.rapport.crm.store.Workspace;
import io.rapport.crm.store.memory.InMemoryCrmStore;
import io.rapport.crm.ticket.FollowUpPolicy;
import io.rapport.crm.ticket.ServicePolicies;
import io.rapport.crm.ticket.TicketPolicy;
import io.rapport.crm.ticket.Tickets;
import io.rapport.crm.ticket.returns.ReturnPolicy;
import io.rapport.crm.ticket.returns.Returns;
import jakarta.validation.Validator;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Customer relations for one tenant of an application. Make one with {@link #builder()}, keep it, and ask it for the
 * room you need. Thread-safe; cheap to derive for another tenant.
 *
 * <pre>{@code
 * Crm crm = Crm.inMemory();
 * Customer ann = crm.customers().register(RegisterCustomer.person("Ann Example"));
 * Ticket ticket = crm.tickets().open(OpenTicket.of(ann.id(), TicketKind.COMPLAINT, "Parcel arrived broken"));
 * }</pre>
 */
public final class Crm implements CrmServices {

    private static final Logger LOG = LoggerFactory.getLogger(Crm.class);

    private final Builder settings;
    private final Workspace workspace;
    private final Rooms rooms;

    private Crm(Builder settings) {
        this.settings = settings;
        workspace = new Workspace(settings.clock, settings.ids, settings.validator, new Workspace.Units() {
            @Override
            public <R> R inTransaction(Function<UnitOfWork, R> work) {
                return committed(work);
            }

            @Override
            public <R> R reading(Function<UnitOfWork, R> work) {
                return settings.store.reading(settings.tenant, work);
            }
        });
        rooms = new Rooms(workspace, settings.forRooms());
    }

    /** Everything in the heap, with the system's UTC clock. */
    public static Crm inMemory() {
        return builder().build();
    }

    public static Builder builder() {
        return new Builder();
    }

    /** The same application's relations of another tenant. */
    public Crm forTenant(TenantId tenant) {
        return new Builder(settings).tenant(tenant).build();
    }

    public TenantId tenant() {
        return settings.tenant;
    }

    @Override
    public Customers customers() {
        return rooms.customers();
    }

    @Override
    public Tickets tickets() {
        return rooms.tickets();
    }

    @Override
    public Returns returns() {
        return rooms.returns();
    }

    @Override
    public ServicePolicies servicePolicies() {
        return rooms.servicePolicies();
    }

    @Override
    public Calendars calendars() {
        return rooms.calendars();
    }

    @Override
    public Playbooks playbooks() {
        return rooms.playbooks();
    }

    @Override
    public LoyaltyAccounts loyalty() {
        return rooms.loyalty();
    }

    @Override
    public LoyaltyPrograms programs() {
        return rooms.programs();
    }

    @Override
    public Rewards rewards() {
        return rooms.rewards();
    }

    @Override
    public Referrals referrals() {
        return rooms.referrals();
    }

    @Override
    public Households households() {
        return rooms.households();
    }

    @Override
    public Coupons coupons() {
        return rooms.coupons();
    }

    @Override
    public Interactions interactions() {
        return rooms.interactions();
    }

    @Override
    public Purchases purchases() {
        return rooms.purchases();
    }

    @Override
    public Surveys surveys() {
        return rooms.surveys();
    }

    @Override
    public Staff staff() {
        return rooms.staff();
    }

    /** Brings in what the host has already; each batch of rows is a transaction of its own. */
    public Importer importer() {
        return new Importer(workspace);
    }

    @Override
    public Retention retention() {
        return rooms.retention();
    }

    /** The stored events that wait to be published. */
    public OutboxRelay outbox() {
        return new OutboxRelay(workspace);
    }

    /**
     * Runs work in one transaction: what it does through the services it is handed commits together when it returns,
     * and nothing stays when it throws. With a store that joins the host's transaction, the host's own changes share the
     * commit. Inside, use the services that are handed in, not this {@code Crm}.
     */
    public void inTransaction(Consumer<CrmServices> work) {
        computeInTransaction(services -> {
            work.accept(services);
            return true;
        });
    }

    /** {@link #inTransaction} for work that has a result. */
    public <R> R computeInTransaction(Function<CrmServices, R> work) {
        return workspace.inTransaction(unit -> work.apply(new Rooms(workspace.within(unit), settings.forRooms())));
    }

    private record Outcome<R>(R result, List<RecordedEvent> heard) {}

    private <R> R committed(Function<UnitOfWork, R> work) {
        Outcome<R> outcome = settings.store.inTransaction(settings.tenant, unit -> {
            R result = work.apply(unit);
            return new Outcome<>(result, unit.ownsTransaction() ? unit.recorded() : List.of());
        });
        tell(outcome.heard());
        return outcome.result();
    }

    private void tell(List<RecordedEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        try {
            settings.listener.onEvents(events);
        } catch (RuntimeException failure) {
            LOG.error("the listener failed on {} committed events; they stay committed", events.size(), failure);
        }
    }

    /** Collects what the host brings. Not thread-safe; the {@link Crm} it builds is. */
    public static final class Builder {

        private CrmStore store;
        private TenantId tenant;
        private Clock clock;
        private IdGenerator ids;
        private CrmListener listener;
        private Optional<Validator> validator;
        private TicketPolicy ticketPolicy;
        private Optional<FollowUpPolicy> followUpPolicy;
        private ReturnPolicy returnPolicy;
        private List<HolidayCalendar> holidays;
        private SecureRandom random;
        private List<ReferralCheck> referralChecks;

        private Builder() {
            store = new InMemoryCrmStore();
            tenant = TenantId.DEFAULT;
            clock = Clock.systemUTC();
            ids = IdGenerator.timeOrdered();
            listener = CrmListener.none();
            validator = Optional.empty();
            ticketPolicy = TicketPolicy.STANDARD;
            followUpPolicy = Optional.empty();
            returnPolicy = ReturnPolicy.STANDARD;
            holidays = List.of();
            random = new SecureRandom();
            referralChecks = ReferralCheck.standard();
        }

        private Builder(Builder from) {
            store = from.store;
            tenant = from.tenant;
            clock = from.clock;
            ids = from.ids;
            listener = from.listener;
            validator = from.validator;
            ticketPolicy = from.ticketPolicy;
            followUpPolicy = from.followUpPolicy;
            returnPolicy = from.returnPolicy;
            holidays = from.holidays;
            random = from.random;
            referralChecks = from.referralChecks;
        }

        /** Where things are kept; in memory unless said. */
        public Builder store(CrmStore crmStore) {
            store = Require.present("store", crmStore);
            return this;
        }

        /** Whose data it is; {@link TenantId#DEFAULT} unless said. */
        public Builder tenant(TenantId tenantId) {
            tenant = Require.present("tenant", tenantId);
            return this;
        }

        /** What time it is; the system's UTC clock unless said. Cut to the microsecond when used. */
        public Builder clock(Clock hostClock) {
            clock = Require.present("clock", hostClock);
            return this;
        }

        /** Where ids come from; time-ordered UUIDs unless said. */
        public Builder ids(IdGenerator generator) {
            ids = Require.present("ids", generator);
            return this;
        }

        /** Who hears of committed events; nobody unless said. */
        public Builder listener(CrmListener crmListener) {
            listener = Require.present("listener", crmListener);
            return this;
        }

        /** Checks every command before it is carried out, on top of the library's own invariants. */
        public Builder validator(Validator hostValidator) {
            validator = Optional.of(Require.present("validator", hostValidator));
            return this;
        }

        /** How long resolved tickets can come back; {@link TicketPolicy#STANDARD} unless said. */
        public Builder ticketPolicy(TicketPolicy policy) {
            ticketPolicy = Require.present("ticketPolicy", policy);
            return this;
        }

        /** Who is asked after a resolution if their needs are met, and when; nobody unless said. */
        public Builder followUpPolicy(FollowUpPolicy policy) {
            followUpPolicy = Optional.of(Require.present("followUpPolicy", policy));
            return this;
        }

        /** What can be returned, and who refunds it; {@link ReturnPolicy#STANDARD} unless said. */
        public Builder returnPolicy(ReturnPolicy policy) {
            returnPolicy = Require.present("returnPolicy", policy);
            return this;
        }

        /** The sources of holidays that kept calendars name; none unless said. */
        public Builder holidays(HolidayCalendar... sources) {
            holidays = Require.list("holidays", Arrays.asList(sources));
            return this;
        }

        /** Where coupon codes come from; the platform's secure random source unless said. */
        public Builder random(SecureRandom source) {
            random = Require.present("random", source);
            return this;
        }

        /** Who may be brought by whom, asked in this order; {@link ReferralCheck#standard} unless said. */
        public Builder referralChecks(List<ReferralCheck> checks) {
            referralChecks = Require.list("referralChecks", checks);
            return this;
        }

        private Rooms.Settings forRooms() {
            return new Rooms.Settings(ticketPolicy, followUpPolicy, returnPolicy, holidays, random, referralChecks);
        }

        public Crm build() {
            return new Crm(new Builder(this));
        }
    }
}
