package org.dalescope.model.scoring.rival;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.dalescope.model.FormulaSession;
import org.dalescope.model.math.simd.WorkerThreads;
import org.dalescope.model.network.UnitMap;
import org.dalescope.model.scoring.ComparedScore;
import org.dalescope.model.scoring.ComparedScores;
import org.dalescope.model.scoring.ComparedScores.Values;
import org.dalescope.model.scoring.ModelRates;
import org.dalescope.model.scoring.NeuronGroup;
import org.dalescope.model.session.Mask;
import org.dalescope.model.session.MaskOrigin;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.split.Split;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The rivals' scores against NumPy and SciPy: the numbers are printed by {@code reference/rivals.py}. */
class RivalPredictionTest {
    private static final double NONE = Double.NaN;

    private final Session session = FormulaSession.session();
    private final Mask mask = session.mask(MaskOrigin.ARRAY_START);

    @AutoClose
    private final WorkerThreads workers = WorkerThreads.of(2);

    private int[] part(int... parts) {
        return IntStream.range(0, FormulaSession.TRIALS)
                .filter(trial -> Arrays.stream(parts).anyMatch(part -> part == (trial + 3) % 4))
                .map(trial -> FormulaSession.FIRST_TRIAL + trial)
                .toArray();
    }

    private Split split() {
        return new Split("test", part(0, 1), part(2), part(3));
    }

    @Test
    void everyRivalHasNumPysScores() {
        List<RivalPrediction> all = RivalPrediction.all(session, mask, split(), split().test(), workers);
        assertEquals(
                List.of(Rival.values()),
                all.stream().map(RivalPrediction::rival).toList());
        assertEquals(
                List.of("", "", "sigma 75 ms", "sigma 100 ms", "penalty 10000"),
                all.stream().map(RivalPrediction::chosen).toList());
        double[][] want = {
            {
                NONE,
                NONE,
                NONE,
                -830.1081623147,
                -816.5834041578,
                -844.1180174703,
                -1771.9157046057,
                -1771.9157046057,
                -2311.4998125501,
                -0.3710196870,
                -0.2995219695,
                -0.4584455568
            },
            {
                0.4181321764,
                0.4479556514,
                0.3883087015,
                -845.5783952912,
                -831.7562330946,
                -859.8963215760,
                -1814.3815777518,
                -1814.3815777518,
                -2369.8071166687,
                -0.3895319583,
                -0.3133477205,
                -0.4826884042
            },
            {
                0.1806552093,
                -0.0362160149,
                0.3975264334,
                -834.8569818338,
                -816.5255816136,
                -853.8458804820,
                -1782.1119768223,
                -1782.1119768223,
                -2373.9790773706,
                -0.3760062926,
                -0.2987522905,
                -0.4704708233
            },
            {
                0.2172739018,
                0.0116974065,
                0.4228503971,
                -832.3931745329,
                -805.9961604404,
                -859.7369791084,
                -1752.7498152609,
                -1752.7498152609,
                -2411.5150502984,
                -0.3554911562,
                -0.3004916807,
                -0.4227433309
            },
            {
                0.2850866306,
                0.0978444729,
                0.4723287883,
                -832.6097294577,
                -818.9054885857,
                -846.8055048947,
                -1778.1834284057,
                -1778.1834284057,
                -2321.4893268755,
                -0.3720567472,
                -0.3000166286,
                -0.4601458533
            }
        };
        for (int i = 0; i < want.length; i++) {
            Values got =
                    new ComparedScores(session, mask, split().test(), all.get(i).rates()).without(-1);
            double[] values = got.all().stream().mapToDouble(v -> v).toArray();
            for (int k = 0; k < values.length; k++) {
                double tolerance = Double.isNaN(want[i][k]) ? 1e-8 : 1e-8 * Math.max(1, Math.abs(want[i][k]));
                assertEquals(want[i][k], values[k], tolerance, all.get(i).rival() + " " + k);
            }
        }
    }

    @Test
    void theNumberOfThreadsChangesNothing() {
        try (WorkerThreads alone = WorkerThreads.of(1)) {
            RivalPrediction one = RivalPrediction.all(session, mask, split(), split().test(), alone)
                    .getLast();
            RivalPrediction two = RivalPrediction.all(session, mask, split(), split().test(), workers)
                    .getLast();
            for (int trial = 0; trial < split().test().length; trial++) {
                for (int neuron = 0; neuron < FormulaSession.NEURONS; neuron++) {
                    assertEquals(one.rates().at(trial, 3, neuron), two.rates().at(trial, 3, neuron));
                }
            }
        }
    }

    /** A model that predicts like a rival is not distinguishable from it: every difference is 0. */
    @Test
    void aModelThatIsTheRivalIsNotDistinguishable() {
        RivalPrediction psth = RivalPrediction.all(session, mask, split(), split().test(), workers)
                .get(1);
        List<RivalScores> scores = compared(rates(psth));
        ScoreDifference r = scores.get(1).difference(ComparedScore.PSTH_R, NeuronGroup.ALL);
        assertEquals(0, r.value(), 1e-6);
        assertEquals("not distinguishable", r.words("it").substring(0, 19));
        ScoreDifference undefined = scores.getFirst().difference(ComparedScore.PSTH_R, NeuronGroup.E);
        assertEquals(ScoreDifference.Verdict.NOT_DEFINED, undefined.verdict());
        assertEquals("n/a", undefined.words("a constant rate"));
    }

    /** The difference of a likelihood per spike has a closed form for its jackknife: each trial is left out by hand. */
    @Test
    void intervalsAreThoseOfTheJackknife() {
        List<RivalPrediction> all = RivalPrediction.all(session, mask, split(), split().test(), workers);
        ModelRates model = rates(all.getLast());
        ScoreDifference got = compared(model).get(1).difference(ComparedScore.BITS_PER_SPIKE, NeuronGroup.ALL);
        int[] test = split().test();
        double[] without = new double[test.length];
        for (int left = 0; left < test.length; left++) {
            int gone = left;
            int[] kept = IntStream.range(0, test.length).filter(i -> i != gone).toArray();
            int[] ids = IntStream.of(kept).map(i -> test[i]).toArray();
            double one = new ComparedScores(session, mask, ids, (i, bin, n) -> model.rate(kept[i], bin, n))
                    .without(-1)
                    .of(ComparedScore.BITS_PER_SPIKE, NeuronGroup.ALL);
            double other = new ComparedScores(session, mask, ids, (i, bin, n) -> all.get(1)
                            .rates()
                            .at(kept[i], bin, n))
                    .without(-1)
                    .of(ComparedScore.BITS_PER_SPIKE, NeuronGroup.ALL);
            without[left] = one - other;
        }
        double mean = Arrays.stream(without).average().orElseThrow();
        double squares =
                Arrays.stream(without).map(v -> (v - mean) * (v - mean)).sum();
        double error = Math.sqrt(squares * (test.length - 1) / test.length);
        assertEquals(error, got.standardError(), 1e-9);
        assertArrayEquals(
                new double[] {got.value() - 1.96 * error, got.value() + 1.96 * error},
                new double[] {got.low(), got.high()},
                1e-9);
    }

    @Test
    void wordsSayWhichIsBetterAndByHowMuch() {
        assertEquals(
                "better than the linear model by 0.050 (0.030 to 0.070)",
                new ScoreDifference(0.05, 0.02 / 1.96).words("the linear model"));
        assertEquals(
                "worse than the linear model by 0.050 (0.030 to 0.070)",
                new ScoreDifference(-0.05, 0.02 / 1.96).words("the linear model"));
        assertEquals(
                "not distinguishable from the linear model (difference -0.010 to 0.030)",
                new ScoreDifference(0.01, 0.02 / 1.96).words("the linear model"));
    }

    /** Doubled rates are far from every neuron's spikes; the mean training rates are not worse than themselves. */
    @Test
    void neuronsWorseThanAConstantRateAreNamed() {
        double[] means = {60, 80, 60, 60};
        ModelRates constant = filled(1, means);
        assertEquals(List.of(), WorseThanConstant.neurons(session, mask, constant, means));
        List<Integer> worse = WorseThanConstant.neurons(session, mask, filled(20, means), means);
        assertEquals(List.of(7, 31, 12, 9), worse);
        assertTrue(WorseThanConstant.neurons(session, mask, filled(1, new double[] {60, 80, 60, 1}), means)
                .equals(List.of(9)));
    }

    private ModelRates filled(double factor, double[] rates) {
        int[] test = part(0, 1, 2);
        float[] all = new float[test.length * FormulaSession.BINS * rates.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = (float) (factor * rates[i % rates.length]);
        }
        return new ModelRates(units(), test, FormulaSession.BINS, all);
    }

    private UnitMap units() {
        return new UnitMap(2, 2, new int[] {7, 31, 12, 9}, new int[] {0, 1, 2, 3});
    }

    private List<RivalScores> compared(ModelRates model) {
        List<Values> network = new ComparedScores(session, mask, model).withoutEach(workers);
        return RivalScores.of(RivalReference.of(session, mask, split(), model.trialIds(), workers), network);
    }

    private ModelRates rates(RivalPrediction prediction) {
        int[] test = split().test();
        float[] rates = new float[test.length * FormulaSession.BINS * FormulaSession.NEURONS];
        for (int i = 0; i < rates.length; i++) {
            int row = i / FormulaSession.NEURONS;
            rates[i] = (float) prediction
                    .rates()
                    .at(row / FormulaSession.BINS, row % FormulaSession.BINS, i % FormulaSession.NEURONS);
        }
        return new ModelRates(units(), test, FormulaSession.BINS, rates);
    }
}
