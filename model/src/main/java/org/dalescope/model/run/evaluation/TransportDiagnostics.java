package org.dalescope.model.run.evaluation;

import org.dalescope.model.common.InputError;
import org.dalescope.model.math.simd.WorkerThreads;
import org.dalescope.model.scoring.ModelRates;
import org.dalescope.model.training.Fit;
import org.dalescope.model.training.ScoringTransportPlan;
import org.dalescope.model.training.loss.TransportPlan;

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
public record TransportDiagnostics(
        double loss, double marginalError, double total, double effectiveMatches, int iterations, String undefined) {
    /** What the numbers mean. */
    public static final String DEFINITION =
            "L_trial = sum P C between all scored trials of model and data, with the fit's own settings (loss.trial), whether or not"
                    + " the fit used it; P is the transport plan, C the distance of trials. marginal_error: L1 distance of P's row sums"
                    + " from uniform (0 is perfect); sum_p: 1 unless P underflowed; effective_matches: mean over model trials of"
                    + " exp(entropy of its row): 1 is one-to-one, the number of trials a blur.";

    static TransportDiagnostics of(Fit fit, ModelRates rates, WorkerThreads workers) {
        try {
            TransportPlan plan = ScoringTransportPlan.of(fit, rates, workers);
            return new TransportDiagnostics(
                    plan.paid(), plan.marginalError(), plan.total(), plan.effectiveMatches(), plan.iterations(), "");
        } catch (InputError refusal) {
            return undefined(refusal.sentence());
        }
    }

    private static TransportDiagnostics undefined(String reason) {
        return new TransportDiagnostics(Double.NaN, Double.NaN, Double.NaN, Double.NaN, 0, reason);
    }
}
