package io.rapport.crm.retention.value;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.DoubleUnaryOperator;

/**
 * The integral of a smooth function that is nowhere negative: Gauss-Kronrod with 7 and 15 points, halving where they
 * differ (Piessens et al. 1983, QUADPACK; nodes as published there).
 */
final class Quadrature {

    private static final double[] NODES = {
        0.9914553711208126,
        0.9491079123427585,
        0.8648644233597691,
        0.7415311855993945,
        0.5860872354676911,
        0.4058451513773972,
        0.20778495500789848,
        0
    };
    private static final double[] KRONROD = {
        0.022935322010529224,
        0.06309209262997856,
        0.10479001032225019,
        0.14065325971552592,
        0.1690047266392679,
        0.19035057806478542,
        0.20443294007529889,
        0.20948214108472782
    };
    private static final double[] GAUSS = {
        0.1294849661688697, 0.27970539148927664, 0.3818300505051189, 0.4179591836734694
    };
    private static final double TOLERANCE = 1e-12;
    private static final int MOST_PIECES = 4_000;
    private static final int FIRST_PIECES = 16;

    private Quadrature() {}

    static double integral(DoubleUnaryOperator function, double from, double to) {
        Deque<double[]> pieces = new ArrayDeque<>();
        double rough = 0;
        double width = (to - from) / FIRST_PIECES;
        for (int i = 0; i < FIRST_PIECES; i++) {
            double[] piece = piece(function, from + i * width, from + (i + 1) * width);
            rough += piece[2];
            pieces.add(piece);
        }
        double sum = 0;
        int halvings = 0;
        while (!pieces.isEmpty()) {
            double[] piece = pieces.removeLast();
            if (piece[3] <= TOLERANCE * Math.max(rough, sum) / FIRST_PIECES || halvings >= MOST_PIECES) {
                sum += piece[2];
            } else {
                halvings++;
                double middle = (piece[0] + piece[1]) / 2;
                pieces.add(piece(function, piece[0], middle));
                pieces.add(piece(function, middle, piece[1]));
            }
        }
        return sum;
    }

    /** The bounds, the integral between them, and how far the two rules differ. */
    private static double[] piece(DoubleUnaryOperator function, double from, double to) {
        double middle = (from + to) / 2;
        double half = (to - from) / 2;
        double atMiddle = function.applyAsDouble(middle);
        double kronrod = atMiddle * KRONROD[7];
        double gauss = atMiddle * GAUSS[3];
        for (int i = 0; i < 7; i++) {
            double both =
                    function.applyAsDouble(middle - half * NODES[i]) + function.applyAsDouble(middle + half * NODES[i]);
            kronrod += both * KRONROD[i];
            if (i % 2 == 1) {
                gauss += both * GAUSS[i / 2];
            }
        }
        return new double[] {from, to, kronrod * half, Math.abs(kronrod - gauss) * half};
    }
}
