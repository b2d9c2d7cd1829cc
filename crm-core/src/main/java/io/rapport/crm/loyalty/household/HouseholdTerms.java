package io.rapport.crm.loyalty.household;

import io.rapport.crm.fault.Require;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * What a household may be.
 *
 * @param memberLimit how many members it has at most, the head included; from 2 to 100
 * @param membersRedeem whether all members may redeem; otherwise only the head
 */
public record HouseholdTerms(@Min(2) @Max(100) int memberLimit, boolean membersRedeem) {

    public HouseholdTerms {
        Require.between("memberLimit", memberLimit, 2, 100);
    }

    /** At most so many members, of whom all may redeem. */
    public static HouseholdTerms upTo(int members) {
        return new HouseholdTerms(members, true);
    }

    public HouseholdTerms onlyHeadRedeems() {
        return new HouseholdTerms(memberLimit, false);
    }
}
