package org.dalescope.model.session.synthetic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.dalescope.model.math.random.CounterRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpikeCountSamplerTest {
    private static final int DRAWS = 200_000;

    /**
     * Mean m and variance F m, within 5 standard errors: that of a mean is sqrt(F m / n), that of a variance
     * sqrt((mu4 - var^2) / n) with the negative binomial's fourth moment (Poisson where F is 1).
     */
    @ParameterizedTest
    @CsvSource({"0.02,1", "0.5,1", "40,1", "0.02,1.5", "0.5,1.5", "3,4", "300,1", "250,2"})
    void countsHaveTheirMeanAndFanoFactor(double mean, double fano) {
        CounterRandom random = new CounterRandom(99);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < DRAWS; i++) {
            double count = SpikeCountSampler.at(mean, fano, random.uniform(i));
            sum += count;
            squares += (count - mean) * (count - mean);
        }
        double variance = fano * mean;
        // Cumulants of the negative binomial: k4 = m F (6 F^2 - 6 F + 1); at F = 1 that is Poisson's m.
        double fourth = mean * fano * (6 * fano * fano - 6 * fano + 1) + 3 * variance * variance;
        assertEquals(mean, sum / DRAWS, 5 * Math.sqrt(variance / DRAWS));
        assertEquals(variance, squares / DRAWS, 5 * Math.sqrt((fourth - variance * variance) / DRAWS));
    }

    /** Quantiles printed by scipy.stats.poisson.ppf and scipy.stats.nbinom.ppf(q, m / (F - 1), 1 / F). */
    @Test
    void quantilesAreScipys() {
        double[] quantiles = {0.01, 0.3, 0.5, 0.9, 0.999};
        int[] poisson = {0, 3, 4, 6, 11};
        int[] negativeBinomial = {0, 2, 3, 8, 19};
        for (int i = 0; i < quantiles.length; i++) {
            assertEquals(poisson[i], SpikeCountSampler.at(3.7, 1, quantiles[i]));
            assertEquals(negativeBinomial[i], SpikeCountSampler.at(3.7, 2.5, quantiles[i]));
        }
    }
}
