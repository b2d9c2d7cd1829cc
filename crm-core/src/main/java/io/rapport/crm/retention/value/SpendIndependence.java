package io.rapport.crm.retention.value;

import java.io.Serializable;

/**
 * Whether customers who buy more often spend more, or less, each time. {@link GammaGamma} takes the two to be independent;
 * where they are not, a value that multiplies one by the other is wrong for those who buy most.
 *
 * <p>P. S. Fader, B. G. S. Hardie (2013), The Gamma-Gamma Model of Monetary Value; the correlation of the CDNOW customers
 * is that of P. S. Fader, B. G. S. Hardie, K. L. Lee (2005), RFM and CLV: Using Iso-Value Curves for Customer Base
 * Analysis.
 */
public sealed interface SpendIndependence extends Serializable permits SpendCorrelation, UndefinedSpendCorrelation {

    /** What the data say of the assumption. */
    enum Verdict {
        /** No sign of dependence, and any there is would be weak. */
        PLAUSIBLE,
        /** There is a dependence, and it is weak: the assumption does not hold exactly, yet serves. */
        WEAK_DEPENDENCE,
        /** There is a dependence that is more than weak: the assumption fails. */
        STRONG_DEPENDENCE,
        /** The data leave open whether a dependence is weak, or show nothing of it. */
        OPEN
    }

    /** What the data say of the assumption. */
    Verdict verdict();

    /** The figures in English. */
    String explain();
}
