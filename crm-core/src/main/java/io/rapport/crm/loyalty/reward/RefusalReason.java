package io.rapport.crm.loyalty.reward;

/** Why a reward was refused. */
public enum RefusalReason {
    WITHDRAWN("the reward is withdrawn: offer another one"),
    OUTSIDE_WINDOW("the reward cannot be asked for at this time: ask between its from and until"),
    NOT_ELIGIBLE("the reward is for other tiers or segments: show only rewards whose eligibility the account meets"),
    OTHER_PROGRAM("the reward belongs to another program: name the account in its program"),
    LIMIT_REACHED("the customer has as many as allowed: ask for no more than are available"),
    SOLD_OUT("too few are in stock: ask for no more than are available");

    private final String text;

    RefusalReason(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }
}
