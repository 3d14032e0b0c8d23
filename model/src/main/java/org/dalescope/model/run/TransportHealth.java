package org.dalescope.model.run;

import org.dalescope.model.Refusal;
import org.dalescope.model.kernel.Workers;
import org.dalescope.model.loss.TransportPlan;
import org.dalescope.model.scoring.ScoredRates;
import org.dalescope.model.training.Fit;
import org.dalescope.model.training.ScoredPlan;

/**
 * L_trial on the scored trials and whether its plan can be believed. NaN means "not defined".
 *
 * @param loss sum P C
 * @param marginalError L1 distance of the plan's row sums from uniform; 0 is perfect
 * @param total sum P; 1 unless something underflowed
 * @param effectiveMatches mean over model trials of exp(entropy of its share of P): 1 is one-to-one, the number of trials a blur
 * @param iterations of Sinkhorn, annealing included
 * @param undefined why there are no numbers; empty where there are
 */
public record TransportHealth(
        double loss, double marginalError, double total, double effectiveMatches, int iterations, String undefined) {
    /** What the numbers mean. */
    public static final String DEFINITION =
            "L_trial = sum P C between all scored trials of model and data, with the fit's own settings (loss.trial), whether or not"
                    + " the fit used it; P is the transport plan, C the distance of trials. marginal_error: L1 distance of P's row sums"
                    + " from uniform (0 is perfect); sum_p: 1 unless P underflowed; effective_matches: mean over model trials of"
                    + " exp(entropy of its row): 1 is one-to-one, the number of trials a blur.";

    static TransportHealth of(Fit fit, ScoredRates rates, Workers workers) {
        try {
            TransportPlan plan = ScoredPlan.of(fit, rates, workers);
            return new TransportHealth(
                    plan.paid(), plan.marginalError(), plan.total(), plan.effectiveMatches(), plan.iterations(), "");
        } catch (Refusal refusal) {
            return undefined(refusal.sentence());
        }
    }

    private static TransportHealth undefined(String reason) {
        return new TransportHealth(Double.NaN, Double.NaN, Double.NaN, Double.NaN, 0, reason);
    }
}
