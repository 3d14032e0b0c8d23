package org.dalescope.model.training;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiFunction;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.UserError;
import org.dalescope.model.network.NetworkSpec;
import org.dalescope.model.scoring.ScoreKind;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.SessionSource;
import org.dalescope.model.session.psth.Psth;
import org.dalescope.model.session.split.Split;
import org.dalescope.model.settings.Configuration;
import org.dalescope.model.settings.NeuronLossKind;
import org.dalescope.model.settings.SelectionScore;

/**
 * Checks a fit before its first training epoch for settings that contradict each other or do not suit the session. The
 * trainer uses it, and so does a form before the fit is started.
 */
public final class FitCheck {
    private FitCheck() {}

    /**
     * The error for settings that contradict each other, independently of a session; this check is cheap.
     *
     * @param splitGiven whether the split is given instead of made from the configuration
     */
    public static Optional<UserError> ofSettings(Configuration configuration, double binMs, boolean splitGiven) {
        try {
            NetworkSpec.require(configuration.network(), binMs);
            if (!splitGiven) {
                Fit.requireShares(configuration.data());
            }
            return Optional.empty();
        } catch (UserError error) {
            return Optional.of(error);
        }
    }

    /**
     * The error with which a fit would not start; this check reads all trials of the session.
     *
     * @param whole the session as it was opened
     */
    public static Optional<UserError> of(
            Session whole, BiFunction<Session, Configuration, Split> splitting, Configuration configuration) {
        try {
            Fit fit = Fit.of(whole, splitting.apply(whole, configuration), configuration, 1);
            // The layout of the parameters checks the settings of the network.
            fit.parameterisation();
            require(fit);
            return Optional.empty();
        } catch (UserError error) {
            return Optional.of(error);
        }
    }

    /**
     * Checks a fit before it starts.
     *
     * @throws InputError if its settings do not suit its session
     */
    static void require(Fit fit) {
        if (fit.session().source().isAveraged()
                && fit.configuration().loss().trial().enabled()) {
            throw new InputError(
                    "L_trial compares single trials, but " + SessionSource.AVERAGED + ": set loss.trial.enabled=off.");
        }
        int stepsPerEpoch = TrialOrder.steps(
                fit.split().train().length, fit.configuration().training().trialsPerStep());
        trialsPerStep(fit, stepsPerEpoch);
        validation(fit);
        conditions(fit, stepsPerEpoch);
    }

    private static void trialsPerStep(Fit fit, int stepsPerEpoch) {
        int trials = fit.split().train().length / stepsPerEpoch;
        int needed = fit.configuration().loss().neuron().minimumTrials();
        Psth data = Psth.of(fit.session(), fit.mask(), fit.split().train());
        // A step has its share of the trials of every bin, except for one trial of rounding.
        if (trials < needed || data.binsWith((needed + 1) * stepsPerEpoch).length < 2) {
            throw new InputError("A step has " + trials + " trials, too few for bins with " + needed
                    + " valid trials (loss.neuron.minimum_trials): raise training.trials_per_step or lower"
                    + " loss.neuron.minimum_trials.");
        }
    }

    private static void conditions(Fit fit, int stepsPerEpoch) {
        boolean wanted = fit.configuration().loss().neuron().kind() == NeuronLossKind.CONDITIONS;
        int[] train = fit.split().train();
        int perStep = train.length / stepsPerEpoch;
        if (wanted
                && (NeuronObjective.conditions(fit, Arrays.copyOf(train, perStep))
                                .isEmpty()
                        || NeuronObjective.conditions(fit, fit.split().validation())
                                .isEmpty())) {
            throw new InputError("No condition of '"
                    + fit.configuration().loss().neuron().conditions()
                    + "' has 3 trials in both a step of " + perStep + " trials and the validation trials: use fewer"
                    + " factors in loss.neuron.conditions or raise training.trials_per_step.");
        }
    }

    /** Checks that the validation trials can be scored, because the score selects the best epoch. */
    private static void validation(Fit fit) {
        Psth data = Psth.of(fit.session(), fit.mask(), fit.split().validation());
        boolean masked = fit.configuration().training().selection() == SelectionScore.PSTH_R;
        int scored = data.binsWith(ScoreKind.MINIMUM_TRIALS).length;
        int inLoss = data.binsWith(fit.configuration().loss().neuron().minimumTrials()).length;
        int trials = fit.split().validation().length;
        if (masked && scored < 2) {
            throw new InputError("The " + trials + " validation trials have " + scored + " bins with the "
                    + ScoreKind.MINIMUM_TRIALS
                    + " valid trials that psth_r needs, which is too few: raise data.validation_share, or use a"
                    + " session with more trials.");
        }
        if (inLoss < 2) {
            throw new InputError("The " + trials + " validation trials have " + inLoss + " bins with the "
                    + fit.configuration().loss().neuron().minimumTrials()
                    + " valid trials that loss.neuron.minimum_trials asks for, which is too few: lower it, or raise"
                    + " data.validation_share.");
        }
    }
}
