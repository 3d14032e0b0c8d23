package org.dalescope.model.analysis.circuit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.dalescope.model.analysis.core.Statistic;
import org.dalescope.model.math.random.CounterRandom;
import org.dalescope.model.math.stats.Correlation;
import org.junit.jupiter.api.Test;

class WithinTypePermutationTest {
    private static final boolean[] TYPES = {true, true, false, true, true, false, true, true, true};

    @Test
    void typesStayAndEveryNeuronStaysOne() {
        int[] order = WithinTypePermutation.withinType(TYPES, new CounterRandom(5));
        for (int i = 0; i < order.length; i++) {
            assertEquals(TYPES[i], TYPES[order[i]]);
        }
        assertEquals(9, Arrays.stream(order).distinct().count());
    }

    /** With no relation between two responses, 5 % +- 2 of the sessions have p of at most 0.05. */
    @Test
    void chanceIsSignificantInOneOfTwentySessions() {
        int significant = 0;
        for (int session = 0; session < 1000; session++) {
            CounterRandom random = new CounterRandom(77).at(session);
            double[] a = IntStream.range(0, 9).mapToDouble(random::gaussian).toArray();
            // Types differ in the mean of both, which is no relation between neurons.
            double[] b = IntStream.range(0, 9)
                    .mapToDouble(i -> random.gaussian(100 + i) + (TYPES[i] ? 0 : 3))
                    .toArray();
            IntStream.range(0, 9).filter(i -> !TYPES[i]).forEach(i -> a[i] += 3);
            double p = WithinTypePermutation.test(Correlation.pearson(a, b), draw -> {
                        int[] order = WithinTypePermutation.withinType(TYPES, draw);
                        return Correlation.pearson(
                                IntStream.of(order).mapToDouble(i -> a[i]).toArray(), b);
                    })
                    .p();
            significant += p <= 0.05 ? 1 : 0;
        }
        assertTrue(significant >= 30 && significant <= 70, significant + " of 1000");
    }

    /** SciPy's ttest_rel and t.interval: {@code reference/analysis.py} among the test resources. */
    @Test
    void overSeedsIsSciPysStudent() {
        double[] fitted = {1.2, 3.4, 2.2, 5.0};
        Statistic statistic = SeedStatistics.of("x", "x", "", fitted, new double[] {1.0, 2.9, 2.6, 3.0});
        assertEquals(0.3419948312149398, statistic.chance().p(), 1e-10);
        assertEquals(0.3466759258158656, statistic.uncertainty().low(), 1e-9);
        assertEquals(5.553324074184134, statistic.uncertainty().high(), 1e-9);
    }

    /** Two neurons over three rows by hand: r = 1, -1 and 0.5 with 0.5 between the pairs of seeds. */
    @Test
    void agreementIsTheMeanOverPairsAndNeurons() {
        double[][] a = {{0, 0}, {1, 1}, {2, 2}};
        double[][] b = {{0, 2}, {1, 1}, {2, 0}};
        double[][] c = {{0, 0}, {2, 2}, {1, 1}};
        SeedAgreement agreement =
                SeedAgreement.ofCourses(List.of(a, b, c), new int[] {0, 1, 2}, new boolean[] {true, false});
        // a-b: (1 - 1) / 2; a-c: 0.5; b-c: (0.5 - 0.5) / 2.
        assertEquals(0.5 / 3, agreement.value(), 1e-12);
        assertEquals(0, agreement.lowest(), 1e-12);
        // Without one seed: 0, 0 and 0.5; error sqrt(2/3 (2 / 36 + 1 / 9)) = 1/3; Student's quantile for 2 is 4.30265.
        assertEquals(0.5 / 3 + 4.302652729696142 / 3, agreement.interval().high(), 1e-8);
    }
}
