package io.rapport.crm.calendar;

import io.rapport.crm.fault.Require;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Which business calendar, by the host's own key for it. All versions of one calendar share it.
 *
 * @param value at most 64 characters, compared exactly
 */
public record CalendarId(@NotBlank @Size(max = 64) String value) {

    public CalendarId {
        Require.text("calendar", value, 64);
    }

    public static CalendarId of(String value) {
        return new CalendarId(value);
    }
}
