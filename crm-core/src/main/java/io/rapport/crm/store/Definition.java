package io.rapport.crm.store;

import io.rapport.crm.fault.Require;
import io.rapport.crm.id.Actor;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * One numbered version of something that the host defines, such as a calendar or a service level. Kept for good, so that
 * a figure can be computed again from the version it was judged under. Immutable and thread-safe as far as its content
 * is.
 *
 * @param key the host's own key, the same for all versions
 * @param version from 1 without gaps
 * @param content what was defined
 * @param by who defined it
 * @param at when, cut to the microsecond
 */
public record Definition<T>(String key, int version, T content, Actor by, Instant at) {

    public Definition {
        Require.text("key", key, 64);
        Require.positive("version", version);
        Require.present("content", content);
        Require.present("by", by);
        at = Require.present("at", at).truncatedTo(ChronoUnit.MICROS);
    }
}
