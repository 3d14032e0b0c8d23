package org.dalescope.model.math.linear;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class RidgeRegressionTest {
    /** numpy.linalg.solve(X.T @ X + 2 * I, X.T @ Y) of the rows below. */
    @Test
    void weightsAreNumPys() {
        double[][] x = {{1, 0, 2}, {0, 3, -1}, {2, 2, 0}, {-1, 1, 4}, {5, -2, 1}, {0.5, 0.25, -3}};
        double[][] y = {{1, 0}, {2, 1}, {-1, 4}, {0.5, 2}, {3, -1}, {0, 7}};
        RidgeRegression one = new RidgeRegression(3, 2);
        RidgeRegression other = new RidgeRegression(3, 2);
        for (int i = 0; i < x.length; i++) {
            (i < 5 ? one : other).add(x[i], 0, y[i]);
        }
        one.add(other);
        assertArrayEquals(WEIGHTS, one.solve(2), 1e-12);
    }

    private static final double[] WEIGHTS = {
        0.41635149790928666,
        0.3437372306728072,
        0.07984343460721935,
        0.9159075477668848,
        0.1368242049605668,
        -0.42159901931567156
    };
}
