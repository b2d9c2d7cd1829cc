package io.rapport.crm.satisfaction;

/** How an interval was computed. */
public enum IntervalMethod {
    /** The score interval of E. B. Wilson (Journal of the American Statistical Association 22, 1927, 209-212). */
    WILSON("Wilson"),
    /**
     * The Wald interval on counts to which 3 pseudo-answers were added: 0.75 promoters, 1.5 passives, 0.75 detractors
     * (B. Rocks, The American Statistician 70, 2016, 365-372).
     */
    ADJUSTED_WALD("adjusted Wald"),
    /**
     * The Wald interval of a difference after adding one success and one failure to each side (A. Agresti and B. Caffo,
     * The American Statistician 54, 2000, 280-288).
     */
    AGRESTI_CAFFO("Agresti-Caffo");

    private final String label;

    IntervalMethod(String label) {
        this.label = label;
    }

    /** The name as the literature writes it. */
    public String label() {
        return label;
    }
}
