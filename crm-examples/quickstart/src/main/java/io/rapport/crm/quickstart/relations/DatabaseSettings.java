package io.rapport.crm.quickstart.relations;

/** How to reach the database. Neither the password nor what else may be secret in the URL shows in a message. */
public record DatabaseSettings(String url, String user, String password) {

    /** The URL without its parameters and without a user before the host, for either may hold a password. */
    @Override
    public String toString() {
        return url.replaceFirst("[?;].*", "").replaceFirst("//[^/]*@", "//");
    }
}
