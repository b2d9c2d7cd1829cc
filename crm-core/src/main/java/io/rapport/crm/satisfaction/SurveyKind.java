package io.rapport.crm.satisfaction;

/** What a survey asks. */
public enum SurveyKind {
    /** Customer satisfaction: how satisfied were you? */
    CSAT,
    /** Net promoter: how likely are you to recommend us? From 0 to 10 only. */
    NPS,
    /** Customer effort: how easy was it? */
    CES,
    /** A rating that a customer gave a product or the house, asked or unasked. */
    REVIEW
}
