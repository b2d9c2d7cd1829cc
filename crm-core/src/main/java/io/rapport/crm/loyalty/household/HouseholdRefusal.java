package io.rapport.crm.loyalty.household;

/** Why a household refused. */
public enum HouseholdRefusal {
    ALREADY_MEMBER("the account is in this household already: name another one"),
    OTHER_HOUSEHOLD("the account is in another household: let it leave that one first"),
    FULL("it has as many members as its terms allow: let one leave first"),
    NOT_A_MEMBER("the account is not a member: let it join first"),
    NOT_THE_HEAD("the account is not the head: name the head, or let the head hand over"),
    IS_THE_HEAD("the account is the head: hand over to another member, or dissolve the household"),
    MAY_NOT_REDEEM("by its terms only the head redeems: ask the head"),
    POINTS_OPEN("points are held, pending or owed: commit or void what is held, and wait until nothing is pending");

    private final String text;

    HouseholdRefusal(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }
}
