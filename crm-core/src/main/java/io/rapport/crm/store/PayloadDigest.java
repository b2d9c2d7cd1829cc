package io.rapport.crm.store;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.util.Optional;
import java.util.UUID;

/**
 * Makes the digest of what a command asks for, by which {@link CommandRecord#confirm} knows the same command again. It
 * is SHA-256 over the operation's name and the fields in the order they are added; each text is preceded by its length
 * and each optional text by whether it is there, so that no two different commands are written alike. The digests are
 * stored: the operation's name and the order of fields must not change once released. Not thread-safe; one use.
 */
public final class PayloadDigest {

    private final Hasher hasher = Hashing.sha256().newHasher();

    private PayloadDigest() {}

    /**
     * A digest that begins with the operation's name.
     *
     * @param operation tells commands with the same fields apart, such as {@code "loyalty.earn"}
     */
    public static PayloadDigest of(String operation) {
        return new PayloadDigest().with(operation);
    }

    public PayloadDigest with(String text) {
        hasher.putInt(text.length()).putUnencodedChars(text);
        return this;
    }

    public PayloadDigest with(Optional<String> text) {
        hasher.putBoolean(text.isPresent());
        text.ifPresent(this::with);
        return this;
    }

    public PayloadDigest with(UUID id) {
        hasher.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        return this;
    }

    public PayloadDigest with(long number) {
        hasher.putLong(number);
        return this;
    }

    /** 64 hexadecimal digits. */
    public String hex() {
        return hasher.hash().toString();
    }
}
