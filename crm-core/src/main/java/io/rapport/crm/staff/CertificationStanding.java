package io.rapport.crm.staff;

/** How somebody stands with a certification on a day. */
public enum CertificationStanding {
    /** They hold it. */
    VALID,
    /** They hold it, and the window for renewal is open. */
    EXPIRING_SOON,
    /** Its last valid day is over. */
    EXPIRED,
    /** It was taken away. */
    REVOKED,
    /** They have not been awarded it. */
    MISSING;

    /** Whether work that asks for the certification may be done. */
    public boolean holds() {
        return this == VALID || this == EXPIRING_SOON;
    }
}
