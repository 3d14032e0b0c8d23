package org.dalescope.model.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dalescope.model.settings.Configuration;
import org.dalescope.model.settings.TrainingSettings;
import org.junit.jupiter.api.Test;

class AdamTest {
    private static final double[] WEIGHT = {1, 2, 3, 4};
    private static final double[] TARGET = {0.3, 0.1, -0.7, 1.5};

    /** PyTorch's float64 result after 100 steps on sum w (p - t)^2 + sin 3p with clip_grad_norm_(1) and lr 0.05. */
    @Test
    void aHundredClippedStepsArePyTorchs() {
        double[] p = {1, -2, 0.5, 3};
        double[] rates = new double[4];
        Arrays.fill(rates, 0.05);
        Adam adam = Adam.of(4);
        for (int step = 1; step <= 100; step++) {
            double[] gradient = new double[4];
            for (int i = 0; i < 4; i++) {
                gradient[i] = 2 * WEIGHT[i] * (p[i] - TARGET[i]) + 3 * Math.cos(3 * p[i]);
            }
            GradientBalance.clip(gradient, 1);
            adam.step(p, gradient, rates, step);
        }
        assertArrayEquals(
                new double[] {1.3214564138718763, -0.31686676239468126, -0.5919304562879814, 1.5346823102026175},
                p,
                1e-9);
    }

    /** PyTorch's ReduceLROnPlateau(factor 0.5, patience 2, min_lr 1e-5) on the same losses. */
    @Test
    void theRateFallsOnAPlateauAsPyTorchs() {
        TrainingSettings settings = Configuration.defaults()
                .with("training.plateau_patience", "2")
                .with("training.plateau_factor", "0.5")
                .training();
        double[] losses = {1.0, 0.9, 0.91, 0.92, 0.93, 0.94, 0.8, 0.81, 0.82, 0.83, 0.79995, 0.8, 0.8, 0.8};
        PlateauDetector plateau = PlateauDetector.start(1e-3);
        List<Double> rates = new ArrayList<>();
        for (double loss : losses) {
            plateau = plateau.after(loss, settings);
            rates.add(plateau.rate());
        }
        assertEquals(
                List.of(
                        0.001, 0.001, 0.001, 0.001, 0.0005, 0.0005, 0.0005, 0.0005, 0.0005, 0.00025, 0.00025, 0.00025,
                        0.000125, 0.000125),
                rates);
    }

    @Test
    void theCosineStartsAtTheRateAndEndsAtZeroAfterALinearWarmUp() {
        TrainingSettings settings = Configuration.defaults()
                .with("training.epochs", "100")
                .with("training.learning_rate", "0.04")
                .with("training.schedule", "cosine")
                .with("training.warmup_epochs", "10")
                .training();
        PlateauDetector unused = PlateauDetector.start(0.04);
        assertEquals(0.04 / 40, LearningRate.at(settings, 4, 0, unused), 1e-12);
        assertEquals(0.04, LearningRate.at(settings, 4, 40, unused), 1e-12);
        assertEquals(0.02, LearningRate.at(settings, 4, 40 + 180, unused), 1e-12);
        assertEquals(0, LearningRate.at(settings, 4, 400, unused), 1e-12);
    }
}
