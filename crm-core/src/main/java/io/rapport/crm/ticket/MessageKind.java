package io.rapport.crm.ticket;

/** What a message in a conversation is. */
public enum MessageKind {
    /** The customer wrote or called. */
    CUSTOMER(true, false),
    /** A person of the staff answered, for the customer to read. */
    STAFF_REPLY(true, true),
    /** Among the staff. */
    INTERNAL_NOTE(false, false),
    /** A program wrote to the customer. */
    AUTOMATIC(true, false),
    /** A person of the staff spoke with the customer; the text is what was noted of it. */
    CALL(true, true);

    private final boolean contact;
    private final boolean response;

    MessageKind(boolean contact, boolean response) {
        this.contact = contact;
        this.response = response;
    }

    /** Whether it went between the customer and us. */
    public boolean contact() {
        return contact;
    }

    /** Whether it went from us to the customer. */
    public boolean reachesCustomer() {
        return contact && this != CUSTOMER;
    }

    /** Whether it counts as an answer of a person. */
    public boolean response() {
        return response;
    }
}
