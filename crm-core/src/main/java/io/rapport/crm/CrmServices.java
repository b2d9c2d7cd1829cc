package io.rapport.crm;

import io.rapport.crm.calendar.Calendars;
import io.rapport.crm.customer.Customers;
import io.rapport.crm.interaction.Interactions;
import io.rapport.crm.loyalty.LoyaltyAccounts;
import io.rapport.crm.loyalty.LoyaltyPrograms;
import io.rapport.crm.loyalty.household.Households;
import io.rapport.crm.loyalty.referral.Referrals;
import io.rapport.crm.loyalty.reward.Coupons;
import io.rapport.crm.loyalty.reward.Rewards;
import io.rapport.crm.playbook.Playbooks;
import io.rapport.crm.purchase.Purchases;
import io.rapport.crm.satisfaction.Surveys;
import io.rapport.crm.staff.Staff;
import io.rapport.crm.ticket.ServicePolicies;
import io.rapport.crm.ticket.Tickets;
import io.rapport.crm.ticket.returns.Returns;

/** The services of all rooms for one tenant: each call on its own, or all in one transaction. */
public interface CrmServices {

    /** Who the customers are. */
    Customers customers();

    /** What was said. */
    Interactions interactions();

    /** What they bought. */
    Purchases purchases();

    /** What went wrong, and how it was put right. */
    Tickets tickets();

    /** What customers send back, and what they get for it. */
    Returns returns();

    /** What is promised about tickets. */
    ServicePolicies servicePolicies();

    /** When work is done. */
    Calendars calendars();

    /** The plans for potential problems. */
    Playbooks playbooks();

    /** What loyal customers earn and spend. */
    LoyaltyAccounts loyalty();

    /** The rules of loyalty programs. */
    LoyaltyPrograms programs();

    /** What points buy. */
    Rewards rewards();

    /** Customers who bring friends. */
    Referrals referrals();

    /** Customers who share points. */
    Households households();

    /** Codes that give something once or some times. */
    Coupons coupons();

    /** What they answered when they were asked. */
    Surveys surveys();

    /** Who serves them, what they have learned, and who is ready for what. */
    Staff staff();

    /** Who stays and who leaves. */
    Retention retention();
}
