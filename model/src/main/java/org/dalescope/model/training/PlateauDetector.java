package org.dalescope.model.training;

import org.dalescope.model.settings.TrainingSettings;

/**
 * The state of the plateau schedule, which reduces the learning rate with PyTorch's rule (relative threshold 1e-4).
 *
 * @param rate the current learning rate
 * @param best smallest loss so far, or the negative of the highest score
 * @param bad number of epochs since the best one
 */
public record PlateauDetector(double rate, double best, int bad) {
    private static final double THRESHOLD = 1e-4;

    public static PlateauDetector start(double learningRate) {
        return new PlateauDetector(learningRate, Double.POSITIVE_INFINITY, 0);
    }

    /** The state after an epoch with this loss or negative score. */
    public PlateauDetector after(double loss, TrainingSettings settings) {
        if (Double.isInfinite(best) || loss < best - THRESHOLD * Math.abs(best)) {
            return new PlateauDetector(rate, loss, 0);
        }
        if (bad + 1 <= settings.plateauPatience()) {
            return new PlateauDetector(rate, best, bad + 1);
        }
        double reduced = Math.max(rate * settings.plateauFactor(), settings.minLearningRate());
        return new PlateauDetector(rate - reduced > 1e-8 ? reduced : rate, best, 0);
    }
}
