package io.rapport.crm.retention.value;

import java.util.Arrays;

/**
 * Minimises a smooth function of few variables: the quasi-Newton method of Broyden, Fletcher, Goldfarb and Shanno with a
 * bisecting weak-Wolfe line search (Lewis and Overton 2013). Near the minimum, where the values no longer tell two points
 * apart, the slopes decide (Hager and Zhang 2005).
 */
final class Bfgs {

    private static final int MOST_ITERATIONS = 300;
    private static final int MOST_TRIALS = 60;
    private static final double ENOUGH_DECREASE = 1e-4;
    private static final double ENOUGH_FLATTER = 0.9;
    private static final double ROUNDING = 1e-13;
    /** Parameters are logarithms: no step changes one by more than a factor of 20. */
    private static final double LONGEST_STEP = 3;
    /** No value tells two points apart that lie closer: looking on would only cost evaluations. */
    private static final double SHORTEST_STEP = 1e-10;

    private final Objective function;
    private final double tolerance;
    private final double farthest;
    private final int dimension;

    private double[] point;
    private double[] gradient;
    private double value;
    private int iterations;

    Bfgs(Objective function, double[] start, double tolerance, double farthest) {
        this.function = function;
        this.tolerance = tolerance;
        this.farthest = farthest;
        this.dimension = start.length;
        this.point = start.clone();
        this.gradient = new double[dimension];
        this.value = function.at(point, gradient);
    }

    /** A function with its gradient. */
    interface Objective {
        /** The value at a point; fills in the gradient. Not finite where the function is not defined. */
        double at(double[] point, double[] gradient);
    }

    static double norm(double[] gradient) {
        return Arrays.stream(gradient).map(Math::abs).reduce(0, Math::max);
    }

    /** Searches until the gradient is small or a coordinate is too far; where it ends need not be a minimum. */
    void run() {
        double[][] inverse = identity(1 / Math.max(1, norm(gradient)));
        boolean fresh = true;
        while (norm(gradient) > tolerance && norm(point) <= farthest && iterations < MOST_ITERATIONS) {
            double[] direction = descent(inverse);
            double[] oldPoint = point;
            double[] oldGradient = gradient;
            if (!search(direction)) {
                if (fresh) {
                    break;
                }
                inverse = identity(1 / Math.max(1, norm(gradient)));
                fresh = true;
                continue;
            }
            iterations++;
            double[] step = minus(point, oldPoint);
            double[] change = minus(gradient, oldGradient);
            double curvature = dot(step, change);
            if (curvature > 0) {
                if (fresh) {
                    inverse = identity(curvature / dot(change, change));
                    fresh = false;
                }
                update(inverse, step, change, curvature);
            }
        }
    }

    double[] point() {
        return point.clone();
    }

    int iterations() {
        return iterations;
    }

    private double[] descent(double[][] inverse) {
        double[] direction = new double[dimension];
        for (int i = 0; i < dimension; i++) {
            direction[i] = -dot(inverse[i], gradient);
        }
        double longest = norm(direction);
        if (longest > LONGEST_STEP) {
            for (int i = 0; i < dimension; i++) {
                direction[i] *= LONGEST_STEP / longest;
            }
        }
        return direction;
    }

    private boolean search(double[] direction) {
        double slope = dot(direction, gradient);
        double slack = ROUNDING * Math.abs(value);
        double low = 0;
        double high = Double.POSITIVE_INFINITY;
        double length = 1;
        double reach = norm(direction);
        for (int trial = 0; trial < MOST_TRIALS && high * reach >= SHORTEST_STEP; trial++) {
            double[] candidate = new double[dimension];
            for (int i = 0; i < dimension; i++) {
                candidate[i] = point[i] + length * direction[i];
            }
            double[] there = new double[dimension];
            double found = function.at(candidate, there);
            double newSlope = dot(direction, there);
            boolean decreased = found <= value + ENOUGH_DECREASE * length * slope
                    || (found <= value + slack && Math.abs(newSlope) <= ENOUGH_FLATTER * Math.abs(slope));
            if (!decreased || !Double.isFinite(newSlope)) {
                high = length;
            } else if (newSlope < ENOUGH_FLATTER * slope && length * reach < LONGEST_STEP) {
                low = length;
            } else {
                point = candidate;
                gradient = there;
                value = found;
                return true;
            }
            length = high < Double.POSITIVE_INFINITY ? (low + high) / 2 : 2 * length;
        }
        return false;
    }

    private static void update(double[][] inverse, double[] step, double[] change, double curvature) {
        int n = step.length;
        double[] product = new double[n];
        for (int i = 0; i < n; i++) {
            product[i] = dot(inverse[i], change);
        }
        double factor = (1 + dot(change, product) / curvature) / curvature;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                inverse[i][j] += factor * step[i] * step[j] - (product[i] * step[j] + step[i] * product[j]) / curvature;
            }
        }
    }

    private double[][] identity(double scale) {
        double[][] matrix = new double[dimension][dimension];
        for (int i = 0; i < dimension; i++) {
            matrix[i][i] = scale;
        }
        return matrix;
    }

    private static double[] minus(double[] one, double[] other) {
        double[] difference = one.clone();
        for (int i = 0; i < other.length; i++) {
            difference[i] -= other[i];
        }
        return difference;
    }

    private static double dot(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
