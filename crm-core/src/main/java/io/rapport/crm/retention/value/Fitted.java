package io.rapport.crm.retention.value;

import io.rapport.crm.fault.Require;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A model at the maximum of its likelihood, with everything needed to judge the fit.
 *
 * @param model the model with its parameters
 * @param parameters the same parameters with their standard errors from the observed information
 * @param logLikelihood of the data, at the maximum
 * @param customers how many customers it was fitted to
 * @param iterations of the optimiser
 * @param gradientNorm the largest derivative of the log-likelihood per customer by the logarithm of a parameter; near 0
 * @param hessianCondition the ratio of the largest to the smallest curvature by the logarithms of the parameters: some
 *     tens are good, above a million some parameters can hardly be told apart
 * @param <M> the model
 */
public record Fitted<M extends Serializable>(
        M model,
        List<Estimate> parameters,
        double logLikelihood,
        long customers,
        int iterations,
        double gradientNorm,
        double hessianCondition)
        implements Fit<M> {

    public Fitted {
        Require.present("model", model);
        parameters = Require.list("parameters", parameters);
        Require.that(Double.isFinite(logLikelihood), "logLikelihood", "is not finite", "give a number");
        Require.positive("customers", customers);
    }

    /** The estimate of one parameter; empty for an unknown name. */
    public Optional<Estimate> parameter(String name) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst();
    }

    @Override
    public Optional<M> toModel() {
        return Optional.of(model);
    }

    @Override
    public String explain() {
        String estimates = parameters.stream()
                .map(parameter -> String.format(
                        Locale.ROOT,
                        "%s %.4g (± %.2g)",
                        parameter.name(),
                        parameter.value(),
                        parameter.standardError()))
                .collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                "Fitted to %d customers: %s; log-likelihood %.4f after %d iterations, gradient %.1e, condition %.1e.",
                customers,
                estimates,
                logLikelihood,
                iterations,
                gradientNorm,
                hessianCondition);
    }
}
