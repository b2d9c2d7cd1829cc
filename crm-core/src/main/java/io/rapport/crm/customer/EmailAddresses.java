package io.rapport.crm.customer;

import com.google.common.base.Ascii;
import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.base.Utf8;
import io.rapport.crm.fault.InvalidInputException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Keys of e-mail addresses, by the parts of RFC 5321 and RFC 5322 that mail in use follows: a dot-atom or quoted local
 * part of at most 64 octets, and a domain name of at least two labels.
 */
final class EmailAddresses {

    private static final int MAX_LOCAL_OCTETS = 64;
    private static final int MAX_ADDRESS_OCTETS = 254;
    private static final CharMatcher CONTROL = CharMatcher.javaIsoControl();
    private static final Pattern ATOM = Pattern.compile("[^\\s\"(),:;<>@\\[\\\\\\].]+");
    private static final Pattern QUOTED = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
    private static final Pattern LABEL = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern TOP_LABEL = Pattern.compile("[a-z]{2,63}|xn--[a-z0-9-]{1,59}");

    private EmailAddresses() {}

    static ContactKey key(String raw) {
        String address = withoutDisplayName(raw.strip());
        int at = address.lastIndexOf('@');
        require(at > 0, "has no @ between a mailbox and a domain");
        String local = address.substring(0, at);
        String domain = asciiDomain(address.substring(at + 1));
        requireLocal(local);
        requireDomain(domain);
        String key = local.toLowerCase(Locale.ROOT) + "@" + domain;
        require(Utf8.encodedLength(key) <= MAX_ADDRESS_OCTETS, "is longer than " + MAX_ADDRESS_OCTETS + " octets");
        return new ContactKey(ContactKind.EMAIL, key);
    }

    private static String withoutDisplayName(String raw) {
        int open = raw.lastIndexOf('<');
        return open >= 0 && raw.endsWith(">")
                ? raw.substring(open + 1, raw.length() - 1).strip()
                : raw;
    }

    private static String asciiDomain(String domain) {
        try {
            return Ascii.toLowerCase(IDN.toASCII(domain));
        } catch (IllegalArgumentException malformed) {
            throw invalid("has a domain that is no host name");
        }
    }

    private static void requireLocal(String local) {
        require(CONTROL.matchesNoneOf(local), "has a control character");
        require(wellFormed(local), "has a mailbox with a character or dot out of place");
        require(Utf8.encodedLength(local) <= MAX_LOCAL_OCTETS, "has a mailbox of over " + MAX_LOCAL_OCTETS + " octets");
    }

    private static boolean wellFormed(String local) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(local)
                && (QUOTED.matcher(local).matches()
                        || Splitter.on('.')
                                .splitToStream(local)
                                .allMatch(atom -> ATOM.matcher(atom).matches()));
    }

    private static void requireDomain(String domain) {
        List<String> labels = Splitter.on('.').splitToList(domain);
        require(
                labels.size() >= 2
                        && labels.stream()
                                .allMatch(label -> LABEL.matcher(label).matches()),
                "has a domain that is no host name");
        require(TOP_LABEL.matcher(labels.get(labels.size() - 1)).matches(), "has a domain without a top-level name");
    }

    private static void require(boolean holds, String problem) {
        if (!holds) {
            throw invalid(problem);
        }
    }

    private static InvalidInputException invalid(String problem) {
        return new InvalidInputException("email", problem, "give an address such as ann@example.com");
    }
}
