package io.rapport.crm.satisfaction;

import io.rapport.crm.customer.CustomerId;
import io.rapport.crm.event.Fact;
import io.rapport.crm.fault.Require;
import io.rapport.crm.id.ExternalId;
import io.rapport.crm.ticket.TicketId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A customer's answer to one question. A fact: it is recorded once and never changes. A skipped question is not an
 * answer and is not recorded. Instants are cut to the microsecond.
 *
 * @param scale what the answer was chosen from; 0 to 10 for {@link SurveyKind#NPS}
 * @param score the answer, on the scale
 * @param ticket what it is about, if it is about a ticket
 * @param externalId the key that the host's survey system gave it
 */
public record SurveyResponse(
        SurveyResponseId id,
        CustomerId customer,
        SurveyKind kind,
        Scale scale,
        int score,
        Optional<TicketId> ticket,
        Instant answeredAt,
        Optional<ExternalId> externalId,
        Instant recordedAt)
        implements Fact<SurveyResponseId> {

    public SurveyResponse {
        Require.present("id", id);
        Require.present("customer", customer);
        requireAnswer(kind, scale, score);
        Require.present("ticket", ticket);
        answeredAt = Require.present("answeredAt", answeredAt).truncatedTo(ChronoUnit.MICROS);
        Require.present("externalId", externalId);
        recordedAt = Require.present("recordedAt", recordedAt).truncatedTo(ChronoUnit.MICROS);
    }

    /** The fact that a command asks for; it was answered now unless the command says when. */
    public static SurveyResponse of(SurveyResponseId id, RecordResponse command, Instant now) {
        return new SurveyResponse(
                id,
                command.customer(),
                command.kind(),
                command.scale(),
                command.score(),
                command.ticket(),
                command.answeredAt().orElse(now),
                command.externalId(),
                now);
    }

    @Override
    public Optional<ExternalId> sourceKey() {
        return externalId;
    }

    @Override
    public SurveyResponseEvent.Recorded event() {
        return new SurveyResponseEvent.Recorded(this);
    }

    /** Without the answer. */
    @Override
    public String toString() {
        return "SurveyResponse[" + id.value() + ", " + kind + ", " + answeredAt + "]";
    }

    static void requireAnswer(SurveyKind kind, Scale scale, int score) {
        Require.present("kind", kind);
        Require.present("scale", scale);
        Require.that(
                kind != SurveyKind.NPS || scale.equals(Scale.ZERO_TO_TEN),
                "scale",
                "is not 0 to 10",
                "ask for a recommendation on 0 to 10, or call the survey by another kind");
        Require.between("score", score, scale.low(), scale.high());
    }
}
