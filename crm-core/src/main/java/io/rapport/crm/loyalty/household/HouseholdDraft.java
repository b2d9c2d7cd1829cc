package io.rapport.crm.loyalty.household;

import com.google.common.collect.ImmutableList;
import io.rapport.crm.loyalty.LoyaltyAccountId;
import java.util.List;

/** The next state of a household while it is being made. */
final class HouseholdDraft {

    private final Household from;
    private HouseholdStatus status;
    private List<HouseholdMember> members;
    long version;
    List<HouseholdEvent> changes;

    HouseholdDraft(Household from) {
        this.from = from;
        status = from.status();
        members = from.members();
        version = from.version();
        changes = from.changes();
    }

    void apply(HouseholdEvent event) {
        if (event instanceof HouseholdEvent.Joined joined) {
            members = ImmutableList.<HouseholdMember>builder()
                    .addAll(members)
                    .add(new HouseholdMember(joined.member(), HouseholdRole.MEMBER, joined.at()))
                    .build();
        } else if (event instanceof HouseholdEvent.Left left) {
            members = members.stream()
                    .filter(member -> !member.account().equals(left.member()))
                    .toList();
        } else if (event instanceof HouseholdEvent.HandedOver handedOver) {
            members = members.stream()
                    .map(member -> ledBy(handedOver.head(), member))
                    .toList();
        } else if (event instanceof HouseholdEvent.Dissolved) {
            status = HouseholdStatus.DISSOLVED;
        } else {
            throw new IllegalArgumentException(event.getClass().getSimpleName() + " cannot follow a forming");
        }
    }

    Household build() {
        return new Household(
                from.id(),
                from.program(),
                from.pool(),
                from.terms(),
                status,
                members,
                from.formedAt(),
                version,
                changes);
    }

    private static HouseholdMember ledBy(LoyaltyAccountId head, HouseholdMember member) {
        HouseholdRole role = member.account().equals(head) ? HouseholdRole.HEAD : HouseholdRole.MEMBER;
        return new HouseholdMember(member.account(), role, member.since());
    }
}
