package io.rapport.crm;

import io.rapport.crm.calendar.Calendars;
import io.rapport.crm.calendar.HolidayCalendar;
import io.rapport.crm.customer.Customers;
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
import io.rapport.crm.store.Workspace;
import io.rapport.crm.ticket.FollowUpPolicy;
import io.rapport.crm.ticket.ServicePolicies;
import io.rapport.crm.ticket.TicketPolicy;
import io.rapport.crm.ticket.Tickets;
import io.rapport.crm.ticket.returns.ReturnPolicy;
import io.rapport.crm.ticket.returns.Returns;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;

/** The services over one workspace. */
final class Rooms implements CrmServices {

    private final Workspace workspace;
    private final Settings settings;

    /** What rooms need of the host besides a workspace. */
    record Settings(
            TicketPolicy ticketPolicy,
            Optional<FollowUpPolicy> followUpPolicy,
            ReturnPolicy returnPolicy,
            List<HolidayCalendar> holidays,
            SecureRandom random,
            List<ReferralCheck> referralChecks) {}

    Rooms(Workspace workspace, Settings settings) {
        this.workspace = workspace;
        this.settings = settings;
    }

    @Override
    public Customers customers() {
        return new Customers(workspace);
    }

    @Override
    public Tickets tickets() {
        return new Tickets(workspace, settings.ticketPolicy(), settings.followUpPolicy(), calendars());
    }

    @Override
    public ServicePolicies servicePolicies() {
        return new ServicePolicies(workspace, calendars());
    }

    @Override
    public Calendars calendars() {
        return new Calendars(workspace, settings.holidays());
    }

    @Override
    public Returns returns() {
        return new Returns(workspace, settings.returnPolicy());
    }

    @Override
    public Playbooks playbooks() {
        return new Playbooks(workspace);
    }

    @Override
    public LoyaltyAccounts loyalty() {
        return new LoyaltyAccounts(workspace);
    }

    @Override
    public LoyaltyPrograms programs() {
        return new LoyaltyPrograms(workspace);
    }

    @Override
    public Rewards rewards() {
        return new Rewards(workspace);
    }

    @Override
    public Referrals referrals() {
        return new Referrals(workspace, settings.referralChecks());
    }

    @Override
    public Households households() {
        return new Households(workspace);
    }

    @Override
    public Coupons coupons() {
        return new Coupons(workspace, settings.random());
    }

    @Override
    public Interactions interactions() {
        return new Interactions(workspace);
    }

    @Override
    public Purchases purchases() {
        return new Purchases(workspace);
    }

    @Override
    public Surveys surveys() {
        return new Surveys(workspace);
    }

    @Override
    public Staff staff() {
        return new Staff(workspace);
    }

    @Override
    public Retention retention() {
        return new Retention(workspace);
    }
}
