package org.dalescope.model.training.loss;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.dalescope.model.engine.RateStatistics;
import org.dalescope.model.math.simd.WorkerThreads;
import org.dalescope.model.session.psth.Psth;
import org.dalescope.model.settings.Configuration;
import org.dalescope.model.settings.NeuronLossSettings;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class CorrelationLossTest {
    @AutoClose
    private final WorkerThreads workers = WorkerThreads.of(1);

    private static final int BINS = 12;
    private static final int NEURONS = 3;

    private static NeuronLossSettings settings(String smoothing) {
        return Configuration.defaults()
                .with("loss.neuron.smoothing_ms", smoothing)
                .with("loss.neuron.minimum_trials", "3")
                .with("loss.neuron.mean_weight", "0.1")
                .with("loss.neuron.sd_weight", "0.05")
                .loss()
                .neuron();
    }

    private static RateStatistics model() {
        double[] psth = new double[BINS * NEURONS];
        for (int t = 0; t < BINS; t++) {
            for (int n = 0; n < NEURONS; n++) {
                psth[t * NEURONS + n] = 5 + 3 * Math.sin(0.7 * t + n) + 0.2 * t * n;
            }
        }
        return new RateStatistics(1, 5, BINS, NEURONS, psth, new double[0]);
    }

    private static Psth data(int trialsInLastBins) {
        double[] mean = new double[BINS * NEURONS];
        int[] trials = new int[BINS];
        for (int t = 0; t < BINS; t++) {
            trials[t] = t < BINS - 2 ? 5 : trialsInLastBins;
            for (int n = 0; n < NEURONS; n++) {
                mean[t * NEURONS + n] = 4 + 2 * Math.cos(0.5 * t - n) + 0.1 * t;
            }
        }
        return new Psth(BINS, NEURONS, mean, new double[mean.length], trials);
    }

    /** Value and two derivatives printed by PyTorch (float64) for the same formula. */
    @Test
    void valueAndGradientArePyTorchs() {
        LossValue loss = CorrelationLoss.of(data(5), settings("0"), 25).evaluate(model(), workers);
        assertEquals(1.986078393639492, loss.value(), 1e-9);
        assertEquals(-0.02813364589227875, loss.gradient().psth()[3 * NEURONS + 1], 1e-9);
        assertEquals(-0.01292302062421749, loss.gradient().psth()[7 * NEURONS + 2], 1e-9);
    }

    @Test
    void gradientWithSmoothingAndLeftOutBinsIsThatOfFiniteDifferences() {
        CorrelationLoss loss = CorrelationLoss.of(data(2), settings("25"), 25);
        RateStatistics at = model();
        double[] gradient = loss.evaluate(at, workers).gradient().psth();
        for (int i = 0; i < at.psth().length; i++) {
            double h = 1e-5;
            double up = loss.evaluate(moved(at, i, h), workers).value();
            double down = loss.evaluate(moved(at, i, -h), workers).value();
            assertEquals((up - down) / (2 * h), gradient[i], 1e-7, "derivative " + i);
        }
        assertEquals(0, gradient[(BINS - 1) * NEURONS], "a left-out bin has no gradient");
    }

    @Test
    void theLossOfTheDataIsZero() {
        Psth data = data(5);
        RateStatistics same = new RateStatistics(1, 5, BINS, NEURONS, data.mean(), new double[0]);
        assertEquals(
                0,
                CorrelationLoss.of(data, settings("25"), 25)
                        .evaluate(same, workers)
                        .value(),
                1e-20);
    }

    private static RateStatistics moved(RateStatistics s, int i, double by) {
        double[] psth = Arrays.copyOf(s.psth(), s.psth().length);
        psth[i] += by;
        return new RateStatistics(s.groups(), s.trials(), s.bins(), s.neurons(), psth, s.population());
    }

    /** A neuron silent in these trials has no relative error; it must not drown the others. */
    @Test
    void silentNeuronsDoNotDominate() {
        Psth data = data(5);
        double[] mean = data.mean().clone();
        for (int t = 0; t < BINS; t++) {
            mean[t * NEURONS + 1] = 0;
        }
        Psth silent = new Psth(BINS, NEURONS, mean, data.standardError(), data.trials());
        double value = CorrelationLoss.of(silent, settings("0"), 25)
                .evaluate(model(), workers)
                .value();
        assertEquals(2, value, 1.5, "without the guard the relative error of 5 sp/s against 0 is 25 million");
    }
}
