package org.dalescope.model.training;

import org.dalescope.model.settings.TrainingSettings;

/** Computes the learning rate of a training step from its schedule. */
final class LearningRate {
    private LearningRate() {}

    /** * The learning rate of a step.
     *
     * @param step from 0 over the whole fit
     */
    static double at(TrainingSettings settings, int stepsPerEpoch, long step, PlateauDetector plateau) {
        double warmup = (double) settings.warmupEpochs() * stepsPerEpoch;
        double total = (double) settings.epochs() * stepsPerEpoch;
        double ramp = step < warmup ? (step + 1) / warmup : 1;
        return switch (settings.schedule()) {
            case CONSTANT -> ramp * settings.learningRate();
            case PLATEAU -> ramp * plateau.rate();
            case COSINE -> {
                double progress = Math.max(0, step - warmup) / Math.max(1, total - warmup);
                yield ramp * settings.learningRate() * 0.5 * (1 + Math.cos(Math.PI * progress));
            }
        };
    }
}
