package org.dalescope.model.analysis.selectivity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.dalescope.model.FormulaSession;
import org.dalescope.model.session.Session;
import org.dalescope.model.settings.Configuration;
import org.dalescope.model.training.Fit;
import org.junit.jupiter.api.Test;

/** The selectivity of single neurons, against closed forms and the other analysis. */
class FactorTrialsTest {
    private final Session session = FormulaSession.session();
    private final Fit fit = fit();

    private Fit fit() {
        Configuration configuration = Configuration.defaults().with("data.exclude_aborted", "off");
        return Fit.of(session, Fit.defaultSplit(session, configuration), configuration, 1);
    }

    private FactorTrials trials(String factor) {
        return FactorTrials.of(fit, session.trialIds(), factor).orElseThrow();
    }

    /** Rates of 10 and 30 sp/s in two levels. */
    private static double[] twoRates(FactorTrials trials, double scale) {
        List<int[]> levels = trials.levels();
        int[] all = levels.stream().flatMapToInt(Arrays::stream).sorted().toArray();
        return IntStream.of(all)
                .mapToDouble(
                        position -> scale * (IntStream.of(levels.getFirst()).anyMatch(p -> p == position) ? 10 : 30))
                .toArray();
    }

    /**
     * Without noise d = (30 - 10) / (30 + 10). Permuted labels of 24 and 24 trials give d^2 / 47 on average, because the
     * number of trials that keep their level is hypergeometric.
     */
    @Test
    void theDepthOfTwoConstantRatesIsTheClosedForm() {
        FactorTrials reward = trials("reward");
        double[] rates = twoRates(reward, 1);
        int first = reward.levels().getFirst().length;
        int second = reward.levels().get(1).length;
        double expected = chanceOfDepth(first, second);
        assertEquals(Math.sqrt(0.25 - expected), reward.depth(rates), 0.002);
    }

    /** The mean over all labellings of ((b - a) / (b + a))^2, from the hypergeometric distribution. */
    private static double chanceOfDepth(int first, int second) {
        int all = first + second;
        double sum = 0;
        double weights = 0;
        for (int k = Math.max(0, first - second); k <= first; k++) {
            // k trials of 10 sp/s, and first - k of 30 sp/s, get the first label.
            double weight = Math.exp(logChoose(first, k) + logChoose(second, first - k) - logChoose(all, first));
            double a = (10.0 * k + 30.0 * (first - k)) / first;
            double b = (10.0 * (first - k) + 30.0 * (second - first + k)) / second;
            sum += weight * Math.pow((b - a) / (b + a), 2);
            weights += weight;
        }
        assertEquals(1, weights, 1e-9);
        return sum;
    }

    private static double logChoose(int n, int k) {
        double log = 0;
        for (int i = 1; i <= k; i++) {
            log += Math.log((n - k + i) / (double) i);
        }
        return k > n ? Double.NEGATIVE_INFINITY : log;
    }

    @Test
    void theDepthDoesNotDependOnTheScaleOfTheRate() {
        FactorTrials reward = trials("reward");
        assertEquals(reward.depth(twoRates(reward, 1)), reward.depth(twoRates(reward, 0.01)), 1e-12);
        assertEquals(0, reward.depth(new double[reward.trials()]));
    }

    @Test
    void rateThatSeparatesTheLevelsHasTheIndexOne() {
        FactorTrials reward = trials("reward");
        FactorTrials.Index index = reward.index(twoRates(reward, 1));
        assertEquals(1, index.index());
        assertEquals(0.001, index.p(), 1e-12);
        assertEquals(1 - index.chance(), index.excess(), 1e-12);
        assertTrue(index.chance() > 0 && index.chance() < 0.5);
    }

    /** The numbers of SelectivityAnalysisTest, which are SciPy's. */
    @Test
    void theIndexOfTheDataIsThatOfTheAnalysis() {
        FactorTrials location = trials("location");
        assertEquals("whole", FactorTrials.window(fit).name(), "the session has no events");
        double[][] data = location.data();
        assertEquals(0.30859375, location.index(data[0]).index(), 1e-9);
        assertEquals(0.1328125, location.index(data[1]).index(), 1e-9);
        assertEquals(0.37109375, location.index(data[2]).index(), 1e-9);
    }

    @Test
    void onlyFactorsWithTwoLevelsAreOffered() {
        assertEquals(List.of("location", "reward"), FactorTrials.factors(fit, session.trialIds()));
        int[] few = Arrays.copyOf(session.trialIds(), 8);
        assertEquals(List.of(), FactorTrials.factors(fit, few), "5 trials of two levels are needed");
        assertTrue(FactorTrials.of(fit, session.trialIds(), "colour").isEmpty());
    }

    @Test
    void theLevelsHaveThePositionsOfTheirTrials() {
        List<int[]> levels = trials("location").levels();
        for (int level = 0; level < 3; level++) {
            int of = level;
            assertArrayEquals(
                    IntStream.range(0, FormulaSession.TRIALS)
                            .filter(t -> t % 3 == of)
                            .toArray(),
                    levels.get(level));
        }
    }
}
