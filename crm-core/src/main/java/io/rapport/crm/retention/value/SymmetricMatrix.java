package io.rapport.crm.retention.value;

/** The eigenvalues and the inverse of a small symmetric matrix, by Jacobi's rotations. */
final class SymmetricMatrix {

    private static final int MOST_SWEEPS = 60;

    private final double[] eigenvalues;
    private final double[][] eigenvectors;

    SymmetricMatrix(double[][] entries) {
        int n = entries.length;
        double[][] matrix = new double[n][];
        eigenvectors = new double[n][n];
        for (int i = 0; i < n; i++) {
            matrix[i] = entries[i].clone();
            eigenvectors[i][i] = 1;
        }
        for (int sweep = 0; sweep < MOST_SWEEPS; sweep++) {
            boolean diagonal = true;
            for (int p = 0; p < n; p++) {
                for (int q = p + 1; q < n; q++) {
                    if (matrix[p][q] != 0) {
                        diagonal = false;
                        rotate(matrix, p, q);
                    }
                }
            }
            if (diagonal) {
                break;
            }
        }
        eigenvalues = new double[n];
        for (int i = 0; i < n; i++) {
            eigenvalues[i] = matrix[i][i];
        }
    }

    /** Turns the plane of p and q so that their common entry vanishes. */
    private void rotate(double[][] matrix, int p, int q) {
        double theta = (matrix[q][q] - matrix[p][p]) / (2 * matrix[p][q]);
        double t = Math.copySign(1, theta) / (Math.abs(theta) + Math.hypot(theta, 1));
        double cos = 1 / Math.hypot(t, 1);
        double sin = t * cos;
        for (int k = 0; k < matrix.length; k++) {
            turnColumns(matrix[k], p, q, cos, sin);
            turnColumns(eigenvectors[k], p, q, cos, sin);
        }
        for (int k = 0; k < matrix.length; k++) {
            double atP = matrix[p][k];
            double atQ = matrix[q][k];
            matrix[p][k] = cos * atP - sin * atQ;
            matrix[q][k] = sin * atP + cos * atQ;
        }
        matrix[p][q] = 0;
        matrix[q][p] = 0;
    }

    private static void turnColumns(double[] row, int p, int q, double cos, double sin) {
        double atP = row[p];
        double atQ = row[q];
        row[p] = cos * atP - sin * atQ;
        row[q] = sin * atP + cos * atQ;
    }

    /** In no order. */
    double[] eigenvalues() {
        return eigenvalues.clone();
    }

    double[][] inverse() {
        int n = eigenvalues.length;
        double[][] inverse = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                for (int k = 0; k < n; k++) {
                    inverse[i][j] += eigenvectors[i][k] * eigenvectors[j][k] / eigenvalues[k];
                }
            }
        }
        return inverse;
    }
}
