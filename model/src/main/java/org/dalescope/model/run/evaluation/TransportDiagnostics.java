package org.dalescope.model.run.evaluation;

import org.dalescope.model.common.InputError;
import org.dalescope.model.math.simd.WorkerThreads;
import org.dalescope.model.scoring.ModelRates;
import org.dalescope.model.session.SessionSource;
import org.dalescope.model.training.Fit;
import org.dalescope.model.training.ScoringTransportPlan;
import org.dalescope.model.training.loss.TransportPlan;

/**
 * A result of scoring a fitted network on a partition: diagnostics that show whether the transport plan of L_trial can
 * be trusted. NaN means "not defined".
 *
 * @param loss sum P C
 * @param marginalError L1 distance of the plan's row sums from uniform; 0 is perfect
 * @param total sum P; 1 unless a number underflowed
 * @param effectiveMatches mean over model trials of exp(entropy of its share of P): 1 if the plan is one-to-one, the
 *     number of trials if it is uniform
 * @param iterations number of Sinkhorn iterations, including annealing
 * @param undefined reason why there are no numbers; empty if there are
 */
public record TransportDiagnostics(
        double loss, double marginalError, double total, double effectiveMatches, int iterations, String undefined) {
    /** The definitions of the numbers. */
    public static final String DEFINITION =
            "L_trial = sum P C between all scored trials of model and data, with the settings of the fit (loss.trial),"
                    + " even if the fit did not use it; P is the transport plan, C the distance between trials."
                    + " marginal_error: L1 distance of the row sums of P from uniform (0 is perfect); sum_p: 1 unless"
                    + " P underflowed; effective_matches: mean over model trials of exp(entropy of its row), which is"
                    + " 1 if P is one-to-one and the number of trials if P is uniform.";

    static TransportDiagnostics of(Fit fit, ModelRates rates, WorkerThreads workers) {
        if (fit.session().source().isAveraged()) {
            return undefined(SessionSource.AVERAGED);
        }
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
