package io.rapport.crm.retention.value;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.DoubleUnaryOperator;

/**
 * The integral of a smooth function that is nowhere negative, or of several that cost little more than one: Gauss-Kronrod
 * with 7 and 15 points, halving where they differ (Piessens et al. 1983, QUADPACK; nodes as published there).
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
    /** For several functions that are known to be smooth between the bounds. */
    private static final int FEW_PIECES = 4;

    private Quadrature() {}

    /** Several functions of one variable. */
    interface Functions {
        /** Fills in the values at a point. */
        void at(double x, double[] values);
    }

    static double integral(DoubleUnaryOperator function, double from, double to) {
        return integrals((x, values) -> values[0] = function.applyAsDouble(x), 1, from, to, FIRST_PIECES)[0];
    }

    /** The integrals of so many functions, halved where any of them still differs. */
    static double[] integrals(Functions functions, int many, double from, double to) {
        return integrals(functions, many, from, to, FEW_PIECES);
    }

    private static double[] integrals(Functions functions, int many, double from, double to, int firstPieces) {
        Deque<Piece> pieces = new ArrayDeque<>();
        double[] rough = new double[many];
        double width = (to - from) / firstPieces;
        for (int i = 0; i < firstPieces; i++) {
            Piece piece = new Piece(functions, many, from + i * width, from + (i + 1) * width);
            add(rough, piece.integrals);
            pieces.add(piece);
        }
        double[] sums = new double[many];
        int halvings = 0;
        while (!pieces.isEmpty()) {
            Piece piece = pieces.removeLast();
            if (halvings >= MOST_PIECES || piece.isSettled(rough, sums, firstPieces)) {
                add(sums, piece.integrals);
            } else {
                halvings++;
                double middle = (piece.from + piece.to) / 2;
                pieces.add(new Piece(functions, many, piece.from, middle));
                pieces.add(new Piece(functions, many, middle, piece.to));
            }
        }
        return sums;
    }

    private static void add(double[] sums, double[] more) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += more[i];
        }
    }

    /** The integrals between two bounds, and how far the two rules differ. */
    private static final class Piece {

        final double from;
        final double to;
        final double[] integrals;
        final double[] differences;

        Piece(Functions functions, int many, double from, double to) {
            this.from = from;
            this.to = to;
            double middle = (from + to) / 2;
            double half = (to - from) / 2;
            integrals = new double[many];
            differences = new double[many];
            double[] left = new double[many];
            double[] right = new double[many];
            functions.at(middle, left);
            for (int j = 0; j < many; j++) {
                integrals[j] = left[j] * KRONROD[7];
                differences[j] = left[j] * GAUSS[3];
            }
            for (int i = 0; i < 7; i++) {
                functions.at(middle - half * NODES[i], left);
                functions.at(middle + half * NODES[i], right);
                for (int j = 0; j < many; j++) {
                    double both = left[j] + right[j];
                    integrals[j] += both * KRONROD[i];
                    differences[j] += i % 2 == 1 ? both * GAUSS[i / 2] : 0;
                }
            }
            for (int j = 0; j < many; j++) {
                differences[j] = Math.abs(integrals[j] - differences[j]) * half;
                integrals[j] *= half;
            }
        }

        boolean isSettled(double[] rough, double[] sums, int pieces) {
            for (int j = 0; j < sums.length; j++) {
                if (!(differences[j] <= TOLERANCE * Math.max(rough[j], sums[j]) / pieces)) {
                    return false;
                }
            }
            return true;
        }
    }
}
