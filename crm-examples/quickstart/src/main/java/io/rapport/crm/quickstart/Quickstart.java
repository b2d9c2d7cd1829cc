package io.rapport.crm.quickstart;

/** The command. */
public final class Quickstart {
    private Quickstart() {}
}
