package io.rapport.crm.jdbc.internal;

import io.rapport.crm.calendar.CalendarRepository;
import io.rapport.crm.customer.CustomerRepository;
import io.rapport.crm.event.Outbox;
import io.rapport.crm.event.RecordedEvent;
import io.rapport.crm.id.TenantId;
import io.rapport.crm.interaction.InteractionRepository;
import io.rapport.crm.loyalty.LoyaltyRepository;
import io.rapport.crm.loyalty.ProgramRepository;
import io.rapport.crm.loyalty.household.HouseholdRepository;
import io.rapport.crm.loyalty.referral.ReferralRepository;
import io.rapport.crm.loyalty.reward.CouponRepository;
import io.rapport.crm.loyalty.reward.RewardRedemptionRepository;
import io.rapport.crm.loyalty.reward.RewardRepository;
import io.rapport.crm.playbook.PlaybookRepository;
import io.rapport.crm.purchase.PurchaseRepository;
import io.rapport.crm.satisfaction.SurveyResponseRepository;
import io.rapport.crm.staff.CourseRepository;
import io.rapport.crm.staff.EmployeeRepository;
import io.rapport.crm.staff.RequirementRepository;
import io.rapport.crm.store.CommandLog;
import io.rapport.crm.store.UnitOfWork;
import io.rapport.crm.ticket.FollowUpRepository;
import io.rapport.crm.ticket.ServicePolicyRepository;
import io.rapport.crm.ticket.TicketRepository;
import io.rapport.crm.ticket.returns.ReturnRepository;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The repositories of one tenant on one connection. */
public final class JdbcUnit implements UnitOfWork {

    private static final Map<Class<?>, Function<JdbcUnit, Object>> PORTS = Map.ofEntries(
            port(Outbox.class, unit -> new JdbcOutbox(unit.tenant, unit.session, unit.events)),
            port(CommandLog.class, unit -> new JdbcCommandLog(unit.tenant, unit.session)),
            port(CustomerRepository.class, unit -> new JdbcCustomers(unit.tenant, unit.session, unit.events)),
            port(InteractionRepository.class, unit -> new JdbcInteractions(unit.tenant, unit.session, unit.events)),
            port(CalendarRepository.class, unit -> new JdbcCalendars(unit.tenant, unit.session)),
            port(ServicePolicyRepository.class, unit -> new JdbcServicePolicies(unit.tenant, unit.session)),
            port(LoyaltyRepository.class, unit -> new JdbcLoyalty(unit.tenant, unit.session, unit.events)),
            port(RewardRepository.class, unit -> new JdbcRewards(unit.tenant, unit.session, unit.events)),
            port(
                    RewardRedemptionRepository.class,
                    unit -> new JdbcRewardRedemptions(unit.tenant, unit.session, unit.events)),
            port(ReferralRepository.class, unit -> new JdbcReferrals(unit.tenant, unit.session, unit.events)),
            port(HouseholdRepository.class, unit -> new JdbcHouseholds(unit.tenant, unit.session, unit.events)),
            port(CouponRepository.class, unit -> new JdbcCoupons(unit.tenant, unit.session, unit.events)),
            port(ProgramRepository.class, unit -> new JdbcPrograms(unit.tenant, unit.session)),
            port(PlaybookRepository.class, unit -> new JdbcPlaybooks(unit.tenant, unit.session, unit.events)),
            port(PurchaseRepository.class, unit -> new JdbcPurchases(unit.tenant, unit.session, unit.events)),
            port(EmployeeRepository.class, unit -> new JdbcEmployees(unit.tenant, unit.session, unit.events)),
            port(CourseRepository.class, unit -> new JdbcCourses(unit.tenant, unit.session, unit.events)),
            port(RequirementRepository.class, unit -> new JdbcRequirements(unit.tenant, unit.session, unit.events)),
            port(FollowUpRepository.class, unit -> new JdbcFollowUps(unit.tenant, unit.session, unit.events)),
            port(ReturnRepository.class, unit -> new JdbcReturns(unit.tenant, unit.session, unit.events)),
            port(TicketRepository.class, unit -> new JdbcTickets(unit.tenant, unit.session, unit.events)),
            port(
                    SurveyResponseRepository.class,
                    unit -> new JdbcSurveyResponses(unit.tenant, unit.session, unit.events)));

    private final TenantId tenant;
    private final Session session;
    private final EventLog events;
    private final boolean ownsTransaction;
    private final Map<Class<?>, Object> opened = new HashMap<>();

    public JdbcUnit(TenantId tenant, Session session, boolean ownsTransaction) {
        this.tenant = tenant;
        this.session = session;
        this.ownsTransaction = ownsTransaction;
        events = new EventLog(tenant, session);
    }

    @Override
    public TenantId tenant() {
        return tenant;
    }

    @Override
    public <R> R repository(Class<R> port) {
        Function<JdbcUnit, Object> maker = PORTS.get(port);
        if (maker == null) {
            throw new IllegalArgumentException("no repository for " + port.getName());
        }
        return port.cast(opened.computeIfAbsent(port, unused -> maker.apply(this)));
    }

    @Override
    public List<RecordedEvent> recorded() {
        return events.recorded();
    }

    @Override
    public void flush() {
        session.flush();
    }

    /** Must be called when the work is done; whoever owns the transaction commits nevertheless. */
    public void finish() {
        session.finish();
    }

    @Override
    public boolean ownsTransaction() {
        return ownsTransaction;
    }

    private static <R> Map.Entry<Class<?>, Function<JdbcUnit, Object>> port(
            Class<R> port, Function<JdbcUnit, R> maker) {
        return Map.entry(port, maker::apply);
    }
}
