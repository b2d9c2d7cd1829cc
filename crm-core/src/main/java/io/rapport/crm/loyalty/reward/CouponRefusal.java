package io.rapport.crm.loyalty.reward;

/** Why a coupon was refused. */
public enum CouponRefusal {
    VOIDED("it was voided: issue another one"),
    OUTSIDE_WINDOW("it cannot be used at this time: use it between its from and until"),
    OTHER_CUSTOMER("it is bound to another customer: name the customer it is for"),
    USED_UP("it was used as often as allowed: issue another one");

    private final String text;

    CouponRefusal(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }
}
