package io.rapport.crm.quickstart;

/** How to reach the database. The password never shows in a message. */
record DatabaseSettings(String url, String user, String password) {

    @Override
    public String toString() {
        return url;
    }
}
