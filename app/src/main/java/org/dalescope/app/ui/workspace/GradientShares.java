package org.dalescope.app.ui.workspace;

import java.util.Map;
import org.dalescope.app.ui.run.RunSnapshot;
import org.dalescope.model.training.EpochRecord;

/** How much each loss pulls at the network: its share in the norms of the gradients of the last epoch. */
final class GradientShares {
    private static final double PERCENT = 100;

    private GradientShares() {}

    /** The shares in whole percent, from 0 to 1, by the section of the settings of the loss. */
    static Map<String, Double> of(RunSnapshot run) {
        if (run.history().isEmpty()) {
            return Map.of();
        }
        EpochRecord last = run.history().getLast();
        double all = last.gradNormNeuron() + last.gradNormTrial();
        return all > 0 && Double.isFinite(all)
                ? Map.of(
                        "Losses / L_neuron",
                        share(last.gradNormNeuron(), all),
                        "Losses / L_trial",
                        share(last.gradNormTrial(), all))
                : Map.of();
    }

    private static double share(double norm, double all) {
        return Math.rint(PERCENT * norm / all) / PERCENT;
    }
}
