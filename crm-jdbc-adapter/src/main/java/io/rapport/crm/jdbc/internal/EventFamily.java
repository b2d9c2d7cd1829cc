package io.rapport.crm.jdbc.internal;

import io.rapport.crm.customer.CustomerEvent;
import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.event.DomainEvent;
import io.rapport.crm.id.AggregateId;
import io.rapport.crm.interaction.InteractionEvent;
import io.rapport.crm.interaction.InteractionId;
import io.rapport.crm.loyalty.LoyaltyAccountId;
import io.rapport.crm.loyalty.LoyaltyEvent;
import io.rapport.crm.loyalty.household.HouseholdEvent;
import io.rapport.crm.loyalty.household.HouseholdId;
import io.rapport.crm.loyalty.referral.ReferralEvent;
import io.rapport.crm.loyalty.referral.ReferralId;
import io.rapport.crm.loyalty.reward.CouponEvent;
import io.rapport.crm.loyalty.reward.CouponId;
import io.rapport.crm.loyalty.reward.RewardEvent;
import io.rapport.crm.loyalty.reward.RewardId;
import io.rapport.crm.loyalty.reward.RewardRedemptionEvent;
import io.rapport.crm.loyalty.reward.RewardRedemptionId;
import io.rapport.crm.playbook.PlaybookEvent;
import io.rapport.crm.playbook.PlaybookId;
import io.rapport.crm.purchase.PurchaseEvent;
import io.rapport.crm.purchase.PurchaseId;
import io.rapport.crm.satisfaction.SurveyResponseEvent;
import io.rapport.crm.satisfaction.SurveyResponseId;
import io.rapport.crm.staff.CourseEvent;
import io.rapport.crm.staff.CourseId;
import io.rapport.crm.staff.EmployeeEvent;
import io.rapport.crm.staff.EmployeeId;
import io.rapport.crm.staff.RequirementEvent;
import io.rapport.crm.staff.RequirementId;
import io.rapport.crm.ticket.FollowUpEvent;
import io.rapport.crm.ticket.FollowUpId;
import io.rapport.crm.ticket.TicketEvent;
import io.rapport.crm.ticket.TicketId;
import io.rapport.crm.ticket.returns.ReturnEvent;
import io.rapport.crm.ticket.returns.ReturnId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The events of one kind of aggregate, and the names under which they are stored. Names are part of the stored format:
 * the family's own, and the simple names of the event records.
 */
record EventFamily(String name, Map<String, Class<?>> types, Function<UUID, AggregateId> id) {

    static final EventFamily CUSTOMER = of("customer", CustomerEvent.class, CustomerId::new);
    static final EventFamily TICKET = of("ticket", TicketEvent.class, TicketId::new);
    static final EventFamily RETURN = of("return", ReturnEvent.class, ReturnId::new);

    static final EventFamily PLAYBOOK = of("playbook", PlaybookEvent.class, PlaybookId::new);
    static final EventFamily INTERACTION = of("interaction", InteractionEvent.class, InteractionId::new);
    static final EventFamily PURCHASE = of("purchase", PurchaseEvent.class, PurchaseId::new);
    static final EventFamily LOYALTY = of("loyalty", LoyaltyEvent.class, LoyaltyAccountId::new);
    static final EventFamily REWARD = of("reward", RewardEvent.class, RewardId::new);
    static final EventFamily REWARD_REDEMPTION =
            of("reward_redemption", RewardRedemptionEvent.class, RewardRedemptionId::new);
    static final EventFamily COUPON = of("coupon", CouponEvent.class, CouponId::new);
    static final EventFamily REFERRAL = of("referral", ReferralEvent.class, ReferralId::new);
    static final EventFamily HOUSEHOLD = of("household", HouseholdEvent.class, HouseholdId::new);
    static final EventFamily SURVEY_RESPONSE = of("survey_response", SurveyResponseEvent.class, SurveyResponseId::new);

    static final EventFamily EMPLOYEE = of("employee", EmployeeEvent.class, EmployeeId::new);
    static final EventFamily COURSE = of("course", CourseEvent.class, CourseId::new);
    static final EventFamily REQUIREMENT = of("requirement", RequirementEvent.class, RequirementId::new);

    static final EventFamily FOLLOW_UP = of("follow_up", FollowUpEvent.class, FollowUpId::new);

    private static final Map<String, EventFamily> BY_NAME = Stream.of(
                    CUSTOMER,
                    TICKET,
                    RETURN,
                    INTERACTION,
                    PURCHASE,
                    LOYALTY,
                    REWARD,
                    REWARD_REDEMPTION,
                    COUPON,
                    REFERRAL,
                    HOUSEHOLD,
                    SURVEY_RESPONSE,
                    PLAYBOOK,
                    EMPLOYEE,
                    COURSE,
                    REQUIREMENT,
                    FOLLOW_UP)
            .collect(Collectors.toUnmodifiableMap(EventFamily::name, Function.identity()));

    static EventFamily named(String name) {
        EventFamily family = BY_NAME.get(name);
        if (family == null) {
            throw new IllegalStateException("events of the unknown kind " + name + " are stored: update the library");
        }
        return family;
    }

    static List<EventFamily> all() {
        return List.copyOf(BY_NAME.values());
    }

    DomainEvent read(Json json, String type, String payload) {
        Class<?> record = types.get(type);
        if (record == null) {
            throw new IllegalStateException("an event " + name + "." + type + " is stored: update the library");
        }
        return (DomainEvent) json.read(payload, record);
    }

    private static EventFamily of(String name, Class<? extends DomainEvent> events, Function<UUID, AggregateId> id) {
        Map<String, Class<?>> types =
                records(events).collect(Collectors.toUnmodifiableMap(Class::getSimpleName, type -> type));
        return new EventFamily(name, types, id);
    }

    private static Stream<Class<?>> records(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(EventFamily::records)
                : Stream.of(type);
    }
}
