package io.rapport.crm.imports;

import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.fault.Constructible;
import io.rapport.crm.fault.Require;
import io.rapport.crm.id.Actor;
import io.rapport.crm.id.ExternalId;
import io.rapport.crm.interaction.Channel;
import io.rapport.crm.interaction.Direction;
import io.rapport.crm.interaction.Initiative;
import io.rapport.crm.interaction.Purpose;
import io.rapport.crm.interaction.RecordInteraction;
import io.rapport.crm.interaction.Sentiment;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Optional;

/**
 * A contact with a customer that the host has on record already.
 *
 * @param interaction its key in the host's mail, telephone or chat system
 * @param customer with whom, by the host's key
 * @param startedAt kept to the microsecond
 * @param endedAt not before {@code startedAt}
 * @param thread at most 190 characters
 * @param outcome at most 200 characters
 * @param body at most 20,000 characters
 */
public record ImportInteraction(
        @NotNull @Valid ExternalId interaction,
        @NotNull @Valid ExternalId customer,
        @NotNull Channel channel,
        @NotNull Direction direction,
        @NotNull Initiative initiative,
        @NotNull Purpose purpose,
        @NotNull Optional<@Valid Actor> staff,
        @NotNull Optional<@Size(max = 190) String> thread,
        @NotNull Instant startedAt,
        @NotNull Optional<Instant> endedAt,
        @NotNull Optional<@Size(max = 200) String> outcome,
        @NotNull Optional<Sentiment> sentiment,
        @NotNull Optional<@Size(max = 20_000) String> body) {

    @Constructible(ImportInteraction.class)
    public ImportInteraction {
        Require.present("interaction", interaction);
        Require.present("customer", customer);
        Require.present("channel", channel);
        Require.present("direction", direction);
        Require.present("initiative", initiative);
        Require.present("purpose", purpose);
        Require.present("staff", staff);
        Require.present("thread", thread);
        Require.present("startedAt", startedAt);
        Require.present("endedAt", endedAt);
        Require.present("outcome", outcome);
        Require.present("sentiment", sentiment);
        Require.present("body", body);
    }

    RecordInteraction command(CustomerId with) {
        return new RecordInteraction(
                with,
                channel,
                direction,
                initiative,
                purpose,
                staff,
                thread,
                Optional.of(startedAt),
                endedAt,
                outcome,
                sentiment,
                body,
                Optional.of(interaction));
    }

    /** Without what was said. */
    @Override
    public String toString() {
        return "ImportInteraction[" + interaction + ", " + purpose + ", " + channel + ", " + direction + "]";
    }
}
