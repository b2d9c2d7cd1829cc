package io.rapport.crm.ticket.sla;

import io.rapport.crm.fault.Require;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Which service level, by the host's own key for it. All versions of one service level share it.
 *
 * @param value at most 64 characters, compared exactly
 */
public record ServiceLevelId(@NotBlank @Size(max = 64) String value) {

    public ServiceLevelId {
        Require.text("serviceLevel", value, 64);
    }

    public static ServiceLevelId of(String value) {
        return new ServiceLevelId(value);
    }
}
