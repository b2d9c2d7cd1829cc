package io.rapport.crm.id;

import io.rapport.crm.fault.Require;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * The caller's name for one command, so that trying it again has no second effect. Unique per tenant. A good key comes
 * from the host's own fact, such as {@code "order-4711:earn"}.
 *
 * @param value at most 190 characters, compared exactly
 */
public record CommandKey(@NotBlank @Size(max = 190) String value) {

    public CommandKey {
        Require.text("key", value, 190);
    }

    public static CommandKey of(String value) {
        return new CommandKey(value);
    }
}
