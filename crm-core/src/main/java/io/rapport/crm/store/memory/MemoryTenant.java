package io.rapport.crm.store.memory;

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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;

/** What the store holds for one tenant. Units of work of one tenant run one after the other. */
final class MemoryTenant implements UnitOfWork {

    private final TenantId tenant;
    private final ReentrantLock lock = new ReentrantLock(true);
    private final Journal journal = new Journal();
    private final MemoryEvents events;
    private final Map<Class<?>, Object> repositories;

    MemoryTenant(TenantId tenant) {
        this.tenant = tenant;
        events = new MemoryEvents(tenant, journal);
        MemoryCommandLog commands = new MemoryCommandLog(journal);
        MemoryPrograms programs = new MemoryPrograms(journal);
        repositories = Map.ofEntries(
                Map.entry(Outbox.class, events.outbox()),
                Map.entry(CommandLog.class, commands),
                Map.entry(CustomerRepository.class, new MemoryCustomers(journal, events)),
                Map.entry(LoyaltyRepository.class, new MemoryLoyalty(journal, events, commands, programs)),
                Map.entry(ProgramRepository.class, programs),
                Map.entry(RewardRepository.class, new MemoryRewards(journal, events)),
                Map.entry(RewardRedemptionRepository.class, new MemoryRewardRedemptions(journal, events)),
                Map.entry(ReferralRepository.class, new MemoryReferrals(journal, events)),
                Map.entry(HouseholdRepository.class, new MemoryHouseholds(journal, events)),
                Map.entry(CouponRepository.class, new MemoryCoupons(journal, events)),
                Map.entry(TicketRepository.class, new MemoryTickets(journal, events)),
                Map.entry(FollowUpRepository.class, new MemoryFollowUps(journal, events)),
                Map.entry(ReturnRepository.class, new MemoryReturns(journal, events)),
                Map.entry(CalendarRepository.class, new MemoryCalendars(journal)),
                Map.entry(ServicePolicyRepository.class, new MemoryServicePolicies(journal)),
                Map.entry(PlaybookRepository.class, new MemoryPlaybooks(journal, events)),
                Map.entry(InteractionRepository.class, new MemoryInteractions(journal, events)),
                Map.entry(PurchaseRepository.class, new MemoryPurchases(journal, events)),
                Map.entry(SurveyResponseRepository.class, new MemorySurveyResponses(journal, events)),
                Map.entry(EmployeeRepository.class, new MemoryEmployees(journal, events)),
                Map.entry(CourseRepository.class, new MemoryCourses(journal, events)),
                Map.entry(RequirementRepository.class, new MemoryRequirements(journal, events)));
    }

    <R> R inTransaction(Function<UnitOfWork, R> work) {
        return locked(() -> {
            journal.begin();
            events.begin();
            boolean done = false;
            try {
                R result = work.apply(this);
                done = true;
                return result;
            } finally {
                if (done) {
                    journal.commit();
                } else {
                    journal.rollback();
                }
            }
        });
    }

    <R> R reading(Function<UnitOfWork, R> work) {
        return locked(() -> work.apply(this));
    }

    @Override
    public TenantId tenant() {
        return tenant;
    }

    @Override
    public <R> R repository(Class<R> port) {
        return Optional.ofNullable(repositories.get(port))
                .map(port::cast)
                .orElseThrow(() -> new IllegalArgumentException("no repository for " + port.getName()));
    }

    @Override
    public List<RecordedEvent> recorded() {
        return events.recorded();
    }

    @Override
    public boolean ownsTransaction() {
        return true;
    }

    private <R> R locked(Supplier<R> work) {
        if (lock.isHeldByCurrentThread()) {
            throw new IllegalStateException("a unit of work of this tenant is open on this thread: use it");
        }
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
