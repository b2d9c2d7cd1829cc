package io.rapport.crm.loyalty.earning;

import io.rapport.crm.fault.Require;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/**
 * When a rule holds, by the clocks of a zone: from its beginning until just before its end. A beginning or end that the
 * clocks skip is as much later; one that they show twice is the first.
 *
 * @param from inclusive
 * @param until exclusive, after {@code from}
 */
public record CampaignWindow(LocalDateTime from, LocalDateTime until, ZoneId zone) {

    public CampaignWindow {
        Require.present("from", from);
        Require.present("until", until);
        Require.present("zone", zone);
        Require.that(from.isBefore(until), "until", "is not after from", "give the end of the campaign");
    }

    public boolean contains(Instant at) {
        return !at.isBefore(from.atZone(zone).toInstant())
                && at.isBefore(until.atZone(zone).toInstant());
    }
}
