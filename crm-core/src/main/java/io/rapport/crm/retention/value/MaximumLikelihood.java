package io.rapport.crm.retention.value;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds the maximum of a likelihood over the logarithms of its parameters: BFGS, then Newton steps, then a judgement of
 * whether what was found is a maximum that the data determine. For one use.
 */
final class MaximumLikelihood {

    private static final double TOLERANCE = 1e-8;
    private static final double[] BFGS_TOLERANCES = {1e-6, 1e-10};
    private static final int NEWTON_STEPS = 3;
    /** A gradient at which rounding begins to tell. */
    private static final double NO_BETTER = 1e-13;

    private static final double DIFFERENCE = 1e-4;
    /** Times and amounts are scaled to about 1, so a parameter beyond exp(+-12) runs to 0 or infinity. */
    private static final double FARTHEST = 12;
    /** A standard error of the logarithm above it leaves open a factor of 150 either way. */
    private static final double UNKNOWN = 5;

    private final Likelihood likelihood;
    private final double customers;
    private final List<String> names;
    private final double[] scales;
    private double constant;

    private double[] point = {};
    private double[] gradient = {};
    private double[] errors = {};
    private double condition;
    private int iterations;
    private double[] latest = {};
    private double[] latestGradient = {};
    private double latestValue;

    private MaximumLikelihood(Likelihood likelihood, List<String> names) {
        this.likelihood = likelihood;
        this.names = names;
        this.customers = likelihood.customers();
        this.scales = new double[names.size()];
        Arrays.fill(scales, 1);
    }

    static MaximumLikelihood of(Likelihood likelihood, String... names) {
        return new MaximumLikelihood(likelihood, List.of(names));
    }

    /** The unit that one parameter was scaled by. */
    MaximumLikelihood scaled(int parameter, double scale) {
        scales[parameter] = scale;
        return this;
    }

    /** What is to be added to the log-likelihood to undo the scaling. */
    MaximumLikelihood plus(double logLikelihood) {
        constant = logLikelihood;
        return this;
    }

    /**
     * Tries the starts in turn until one leads to a maximum, from whose parameters the model is made. Where the likelihood
     * has a sample, all customers have a say from the first start only, and then from those from which the sample's
     * likelihood finds a maximum: a search that runs away is the longest of all.
     */
    <M extends Serializable> Fit<M> fit(Function<double[], M> model, double[]... starts) {
        String problem = "";
        for (double[] start : starts) {
            problem = search(start, problem);
            if (problem.isEmpty()) {
                return fitted(model);
            }
        }
        return new NotIdentifiable<>(problem);
    }

    private <M extends Serializable> Fit<M> fitted(Function<double[], M> model) {
        double[] parameters = natural(point);
        double logLikelihood = likelihood.at(parameters, new double[point.length]) + constant;
        List<Estimate> estimates = new ArrayList<>();
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] *= scales[i];
            estimates.add(new Estimate(names.get(i), parameters[i], parameters[i] * errors[i]));
        }
        return new Fitted<>(
                model.apply(parameters),
                estimates,
                logLikelihood,
                likelihood.customers(),
                iterations,
                Bfgs.norm(gradient),
                condition);
    }

    /** Leaves the maximum in the fields; returns what is wrong with it, if anything, or was before if it is not tried. */
    private String search(double[] start, String before) {
        point = Arrays.stream(start).map(Math::log).toArray();
        iterations = 0;
        Optional<Likelihood> sample = likelihood.sample();
        if (sample.isPresent() && !startFrom(sample.get(), start) && !before.isEmpty()) {
            return before;
        }
        String problem = "";
        for (double tolerance : BFGS_TOLERANCES) {
            Bfgs search = new Bfgs(this::negativeMean, point, tolerance, FARTHEST);
            search.run();
            point = search.point();
            iterations += search.iterations();
            problem = judge();
            if (problem.isEmpty()) {
                break;
            }
        }
        return problem;
    }

    /** What a sample of the customers says is so near that the curvature of its likelihood leads to the maximum. */
    private boolean startFrom(Likelihood sample, double[] start) {
        MaximumLikelihood rough = new MaximumLikelihood(sample, names);
        if (!rough.search(start, "").isEmpty()) {
            return false;
        }
        point = rough.point;
        iterations = rough.iterations;
        polish(rough.hessian().inverse());
        return true;
    }

    private String judge() {
        for (int i = 0; i < point.length; i++) {
            if (!(Math.abs(point[i]) <= FARTHEST)) {
                return names.get(i) + " runs to " + (point[i] > 0 ? "infinity" : "0");
            }
        }
        SymmetricMatrix hessian = hessian();
        double least = Arrays.stream(hessian.eigenvalues()).min().orElse(0);
        if (!(least > 0)) {
            return "the likelihood has no maximum inside the parameters' range";
        }
        condition = Arrays.stream(hessian.eigenvalues()).max().orElse(0) / least;
        double[][] covariance = hessian.inverse();
        polish(covariance);
        errors = new double[point.length];
        int worst = 0;
        for (int i = 0; i < errors.length; i++) {
            errors[i] = Math.sqrt(covariance[i][i] / customers);
            worst = errors[i] > errors[worst] ? i : worst;
        }
        if (!(errors[worst] <= UNKNOWN)) {
            return "the data leave open how " + (point[worst] > 0 ? "large " : "small ") + names.get(worst) + " is";
        }
        return Bfgs.norm(gradient) <= TOLERANCE ? "" : "the optimiser did not reach a maximum";
    }

    /** Newton steps as long as they help. */
    private void polish(double[][] covariance) {
        gradient = new double[point.length];
        negativeMean(point, gradient);
        for (int i = 0; i < NEWTON_STEPS && Bfgs.norm(gradient) > NO_BETTER; i++) {
            double[] candidate = point.clone();
            for (int j = 0; j < candidate.length; j++) {
                for (int k = 0; k < candidate.length; k++) {
                    candidate[j] -= covariance[j][k] * gradient[k];
                }
            }
            double[] there = new double[point.length];
            negativeMean(candidate, there);
            if (!(Bfgs.norm(there) < Bfgs.norm(gradient))) {
                break;
            }
            point = candidate;
            gradient = there;
        }
    }

    /** Central differences of the analytic gradient. */
    private SymmetricMatrix hessian() {
        int n = point.length;
        double[][] hessian = new double[n][n];
        for (int i = 0; i < n; i++) {
            double[] above = shifted(i, DIFFERENCE);
            double[] below = shifted(i, -DIFFERENCE);
            for (int j = 0; j < n; j++) {
                double second = (above[j] - below[j]) / (2 * DIFFERENCE);
                hessian[i][j] += second / 2;
                hessian[j][i] += second / 2;
            }
        }
        return new SymmetricMatrix(hessian);
    }

    private double[] shifted(int index, double by) {
        double[] moved = point.clone();
        moved[index] += by;
        double[] there = new double[point.length];
        negativeMean(moved, there);
        return there;
    }

    /** The same point is often asked for twice in a row, and costs a pass over all customers. */
    private double negativeMean(double[] logs, double[] derivatives) {
        if (!Arrays.equals(logs, latest)) {
            latestGradient = new double[logs.length];
            latestValue = computed(logs, latestGradient);
            latest = logs.clone();
        }
        System.arraycopy(latestGradient, 0, derivatives, 0, derivatives.length);
        return latestValue;
    }

    private double computed(double[] logs, double[] derivatives) {
        double[] parameters = natural(logs);
        double value = -likelihood.at(parameters, derivatives) / customers;
        for (int i = 0; i < derivatives.length; i++) {
            derivatives[i] *= -parameters[i] / customers;
        }
        return Double.isNaN(value) ? Double.POSITIVE_INFINITY : value;
    }

    private static double[] natural(double[] logs) {
        return Arrays.stream(logs).map(Math::exp).toArray();
    }
}
