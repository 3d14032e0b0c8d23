package org.dalescope.model.training.loss;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.dalescope.model.engine.RateStatistics;
import org.dalescope.model.math.simd.WorkerThreads;
import org.dalescope.model.session.psth.Psth;
import org.dalescope.model.session.psth.Smoothing;
import org.dalescope.model.settings.Configuration;
import org.dalescope.model.settings.NeuronLossSettings;
import org.dalescope.model.settings.TrialLossSettings;
import org.dalescope.model.settings.ZScoring;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The losses are their plain definitions: dense NDArray expressions, differentiated by libtorch. */
class LossesUnderAutogradTest {
    private static final double TOLERANCE = 1e-9;
    private static final double BIN_MS = 25;

    @AutoClose
    private final WorkerThreads workers = WorkerThreads.of(2);

    @ParameterizedTest
    @CsvSource({"2,1,0,0", "7,3,0,25", "40,5,30,25", "33,54,5,100", "219,11,80,10", "3,4,0,100"})
    void theCorrelationLossIsItsDefinition(int bins, int neurons, int leftOut, String smoothing) {
        Random random = new Random(bins);
        double[] data = uniform(random, bins * neurons, 0, 20);
        double[] model = uniform(random, 2 * bins * neurons, 0, 20);
        for (int t = 0; t < bins; t++) {
            data[t * neurons] = 0;
            model[t * neurons + neurons - 1] = 3;
        }
        int[] trials = new int[bins];
        Arrays.setAll(trials, t -> (t * 7) % bins < leftOut ? 2 : 9);
        NeuronLossSettings settings = Configuration.defaults()
                .with("loss.neuron.smoothing_ms", smoothing)
                .with("loss.neuron.sd_weight", "0.05")
                .loss()
                .neuron();
        Psth psth = new Psth(bins, neurons, data, data, trials);
        LossValue value = CorrelationLoss.of(psth, settings, BIN_MS)
                .evaluate(new RateStatistics(2, 1, bins, neurons, model, new double[0]), workers);
        int[] kept = psth.binsWith(settings.minimumTrials());
        double[] map = Smoothing.gaussian(settings.smoothingMs(), BIN_MS).matrix(kept, bins);
        double[] firstGroup = Arrays.copyOf(model, bins * neurons);
        Autograd.Result expected = Autograd.differentiate(firstGroup, new long[] {bins, neurons}, (x, constants) -> {
            NDArray matrix = constants.array(map, kept.length, bins);
            return correlation(
                    matrix.matMul(x), matrix.matMul(constants.array(data, bins, neurons)), settings, constants);
        });
        assertEquals(expected.value(), value.value(), TOLERANCE * expected.value());
        assertClose(
                Arrays.copyOf(expected.gradient(), model.length),
                value.gradient().psth(),
                0);
    }

    /** Residuals in units of the standard error, alone and in a weighted sum with the shape of the same PSTH. */
    @ParameterizedTest
    @CsvSource({"1,1,0,0", "9,3,2,25", "40,5,30,25", "33,14,5,100"})
    void theResidualLossIsItsDefinition(int bins, int neurons, int leftOut, String smoothing) {
        Random random = new Random(bins);
        double[] data = uniform(random, bins * neurons, 0, 20);
        double[] variance = uniform(random, bins * neurons, 1, 400);
        double[] model = uniform(random, 2 * bins * neurons, 0, 20);
        int[] trials = new int[bins];
        Arrays.setAll(trials, t -> (t * 7) % bins < leftOut ? 2 : 5 + t);
        NeuronLossSettings settings = Configuration.defaults()
                .with("loss.neuron.smoothing_ms", smoothing)
                .loss()
                .neuron();
        Psth psth = new Psth(bins, neurons, data, data, trials);
        SmoothedBins compared = SmoothedBins.of(1, psth, settings.minimumTrials(), settings.smoothingMs(), BIN_MS);
        PsthResidualLoss residuals = PsthResidualLoss.of(compared, psth, variance);
        RateStatistics statistics = new RateStatistics(2, 1, bins, neurons, model, new double[0]);
        int[] kept = psth.binsWith(settings.minimumTrials());
        double[] map = Smoothing.gaussian(settings.smoothingMs(), BIN_MS).matrix(kept, bins);
        double[] weights = new double[kept.length * neurons];
        Arrays.setAll(weights, i -> trials[kept[i / neurons]] / variance[kept[i / neurons] * neurons + i % neurons]);
        double[] secondGroup = Arrays.copyOfRange(model, bins * neurons, model.length);
        Autograd.Result expected = Autograd.differentiate(secondGroup, new long[] {bins, neurons}, (x, constants) -> {
            NDArray matrix = constants.array(map, kept.length, bins);
            NDArray off = matrix.matMul(x).sub(matrix.matMul(constants.array(data, bins, neurons)));
            return off.square()
                    .mul(constants.array(weights, kept.length, neurons))
                    .mean();
        });
        LossValue value = residuals.evaluate(statistics, workers);
        assertEquals(expected.value(), value.value(), TOLERANCE * expected.value());
        double[] both = new double[model.length];
        System.arraycopy(expected.gradient(), 0, both, bins * neurons, bins * neurons);
        assertClose(both, value.gradient().psth(), 0);
        CorrelationLoss shape = CorrelationLoss.of(compared, psth, settings);
        LossValue sum = new MeanLoss(List.of(new MeanLoss.Term(0.3, residuals), new MeanLoss.Term(0.7, shape)))
                .evaluate(statistics, workers);
        LossValue alone = shape.evaluate(statistics, workers);
        assertEquals(0.3 * value.value() + 0.7 * alone.value(), sum.value(), TOLERANCE * sum.value());
        double[] want = new double[both.length];
        Arrays.setAll(want, i -> 0.3 * both[i] + 0.7 * alone.gradient().psth()[i]);
        assertClose(want, sum.gradient().psth(), 0);
    }

    private static NDArray correlation(NDArray model, NDArray data, NeuronLossSettings settings, Autograd.Constants c) {
        NDArray modelSd = sd(model, c);
        NDArray dataSd = sd(data, c);
        NDArray shape = z(model, c).sub(z(data, c)).square().mean();
        NDArray scale = relative(mean(model), mean(data), c).mul(c.number(settings.meanWeight()));
        return shape.add(scale).add(relative(modelSd, dataSd, c).mul(c.number(settings.sdWeight())));
    }

    private static NDArray relative(NDArray model, NDArray data, Autograd.Constants c) {
        NDArray defined = data.gt(c.number(1e-3)).toType(DataType.FLOAT64, false);
        return model.sub(data)
                .div(data.add(c.number(1e-3)))
                .mul(defined)
                .square()
                .mean();
    }

    private static NDArray mean(NDArray values) {
        return values.mean(new int[] {0}, true);
    }

    private static NDArray sd(NDArray values, Autograd.Constants c) {
        NDArray degrees = c.number(Math.max(1.0, values.getShape().get(0) - 1.0));
        NDArray squares = values.sub(mean(values)).square().sum(new int[] {0}, true);
        return squares.div(degrees).add(c.number(1e-12)).sqrt();
    }

    private static NDArray z(NDArray values, Autograd.Constants c) {
        return values.sub(mean(values)).div(sd(values, c).add(c.number(1e-8)));
    }

    @ParameterizedTest
    @CsvSource({
        "1,9,data,25,absolute", "9,1,data,25,absolute", "33,20,data,25,absolute", "65,31,data,0,median-cost",
        "150,40,data,25,median-cost", "1,9,own,25,absolute", "9,1,own,25,median-cost", "33,20,own,0,absolute",
        "65,31,own,60,median-cost", "150,40,own,25,absolute", "20,3,data,200,absolute", "20,3,own,200,absolute"
    })
    void theTrialMatchingLossIsItsDefinition(int trials, int bins, String scoring, String smoothing, String unit) {
        Random random = new Random(trials);
        double[] mask = new double[trials * bins];
        int silent = trials > 5 ? 3 : -1;
        for (int i = 0; i < trials; i++) {
            int end = i == silent ? 0 : bins - random.nextInt(bins / 3 + 1);
            Arrays.fill(mask, i * bins, i * bins + end, 1);
        }
        double[] data = uniform(random, mask.length, 2, 9);
        double[] model = uniform(random, mask.length, 1, 12);
        boolean coincide = trials > 10;
        if (coincide) {
            System.arraycopy(data, 0, model, 5 * bins, bins);
            System.arraycopy(mask, 0, mask, 5 * bins, bins);
        }
        TrialLossSettings settings = Configuration.defaults()
                .with("loss.trial.z_scoring", scoring)
                .with("loss.trial.smoothing_ms", smoothing)
                .with("loss.trial.epsilon_unit", unit)
                .with("loss.trial.epsilon", unit.equals("absolute") ? "0.3" : "0.05")
                .loss()
                .trial();
        TrialMatchingLoss.Matched matched = TrialMatchingLoss.of(mask, data, bins, BIN_MS, settings)
                .evaluateWithPlan(new RateStatistics(1, trials, bins, 1, new double[bins], model), workers);
        double[] plan = matched.plan().plan();
        Autograd.Result expected = Autograd.differentiate(model, new long[] {trials, bins}, (x, constants) -> {
            NDArray cost = new Definition(trials, bins, mask, settings, constants).cost(x, data);
            return cost.mul(constants.array(plan, trials, trials)).sum();
        });
        LossValue value = matched.loss();
        assertEquals(1, Arrays.stream(plan).sum(), 1e-9);
        assertEquals(expected.value(), value.value(), TOLERANCE * expected.value());
        // A distance of 1e-6 between coinciding trials amplifies their rounding a million times, in either way of
        // writing it.
        assertClose(expected.gradient(), value.gradient().population(), coincide ? 1e-10 : 0);
    }

    /** Dense matrices and broadcasting, nothing computed ahead. */
    private record Definition(
            int trials, int bins, double[] mask, TrialLossSettings settings, Autograd.Constants constants) {
        NDArray cost(NDArray model, double[] data) {
            NDArray valid = constants.array(mask, trials, bins);
            NDArray smoothedMask = smooth(valid).maximum(constants.number(1e-9));
            boolean own = settings.zScoring() == ZScoring.OWN;
            NDArray m = smooth(model.mul(valid));
            NDArray d = smooth(constants.array(data, trials, bins).mul(valid));
            NDArray a = own
                    ? z(m, constants)
                    : byData(m.mul(valid).div(smoothedMask), d.mul(valid).div(smoothedMask), valid);
            NDArray b = own
                    ? z(d, constants)
                    : byData(d.mul(valid).div(smoothedMask), d.mul(valid).div(smoothedMask), valid);
            NDArray difference = a.expandDims(1).sub(b.expandDims(0));
            return difference
                    .square()
                    .sum(new int[] {2})
                    .add(constants.number(1e-12))
                    .sqrt();
        }

        private NDArray smooth(NDArray values) {
            double[] matrix = Smoothing.gaussian(settings.smoothingMs(), BIN_MS)
                    .matrix(IntStream.range(0, bins).toArray(), bins);
            return values.matMul(constants.array(matrix, bins, bins).transpose());
        }

        private NDArray byData(NDArray values, NDArray data, NDArray valid) {
            NDArray one = constants.number(1);
            NDArray count = valid.sum(new int[] {0}, true);
            NDArray mean = data.mul(valid).sum(new int[] {0}, true).div(count.maximum(one));
            NDArray squares = data.sub(mean).square().mul(valid).sum(new int[] {0}, true);
            NDArray sd = squares.div(count.sub(one).maximum(one)).sqrt();
            NDArray varies = sd.gt(constants.number(1e-6)).toType(DataType.FLOAT64, false);
            return values.sub(mean).mul(valid).mul(varies).div(sd.maximum(constants.number(1e-6)));
        }
    }

    private static void assertClose(double[] expected, double[] actual, double rounding) {
        double largest = Arrays.stream(expected).map(Math::abs).max().orElse(0);
        assertArrayEquals(expected, actual, TOLERANCE * Math.max(largest, 1e-6) + rounding);
    }

    private static double[] uniform(Random random, int length, double from, double to) {
        return random.doubles(length, from, to).toArray();
    }
}
