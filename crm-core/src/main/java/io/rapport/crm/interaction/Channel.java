package io.rapport.crm.interaction;

/** By what means a contact took place. */
public enum Channel {
    PHONE,
    EMAIL,
    LIVE_CHAT,
    IN_PERSON,
    SOCIAL,
    LETTER,
    WEB,
    APP
}
