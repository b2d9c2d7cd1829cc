package io.rapport.crm.retention.value;

import java.util.Optional;

/** The log-likelihood of some customers under a model whose parameters are all positive. */
interface Likelihood {

    /** The sum of the customers' log-likelihoods; fills in its derivatives by the parameters. */
    double at(double[] parameters, double[] gradient);

    /** How many customers there are. */
    long customers();

    /** A likelihood of fewer but similar customers, to start the search with; empty if it is not worth the while. */
    default Optional<Likelihood> sample() {
        return Optional.empty();
    }
}
