package io.rapport.crm.interaction;

import io.rapport.crm.fault.Require;

/**
 * How many contacts of one sort there were.
 *
 * @param count above 0
 */
public record InteractionTally(
        Purpose purpose, Initiative initiative, Channel channel, Direction direction, long count) {

    public InteractionTally {
        Require.present("purpose", purpose);
        Require.present("initiative", initiative);
        Require.present("channel", channel);
        Require.present("direction", direction);
        Require.positive("count", count);
    }
}
