package org.dalescope.model.scoring.rival;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.dalescope.model.math.simd.WorkerThreads;
import org.dalescope.model.scoring.PoissonBits;
import org.dalescope.model.scoring.RateFunction;
import org.dalescope.model.session.Mask;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.psth.MeanRates;
import org.dalescope.model.session.psth.Psth;
import org.dalescope.model.session.split.Split;

/**
 * The prediction of a rival for some trials.
 *
 * @param rates predicted rates of the recorded neurons in the i-th of the trials
 * @param chosen what the validation trials chose, such as "sigma 50 ms"; empty if there was no choice
 */
public record RivalPrediction(Rival rival, RateFunction rates, String chosen) {
    private static final double[] SIGMAS_MS = {25, 50, 75, 100, 150, 200};
    private static final double[] PENALTIES = {3, 10, 30, 100, 300, 1000, 3000, 10_000};

    /** The predictions of all rivals, fitted to the training trials, for some trials. */
    public static List<RivalPrediction> all(
            Session session, Mask mask, Split split, int[] trialIds, WorkerThreads workers) {
        return new Predictions(session, mask, split, trialIds).all(workers);
    }

    /** Predicts the rates {@code [bin][neuron]} of the trial at a position of the session. */
    private interface Predictor extends IntFunction<double[]> {}

    private record Choice(Predictor predictor, String chosen) {}

    private record Predictions(Session session, Mask mask, Split split, int[] trialIds) {
        List<RivalPrediction> all(WorkerThreads workers) {
            Psth psth = Psth.of(session, mask, split.train());
            List<RivalPrediction> all = new ArrayList<>();
            all.add(of(Rival.CONSTANT_RATE, new Choice(constant(), "")));
            all.add(of(Rival.TRAINING_PSTH, new Choice(position -> psth.mean(), "")));
            all.add(of(Rival.SMOOTHED_PSTH, smoothed(psth)));
            all.add(of(Rival.CONDITION_PSTH, byCondition()));
            all.add(of(Rival.LINEAR_MODEL, linear(workers)));
            return List.copyOf(all);
        }

        private RivalPrediction of(Rival rival, Choice choice) {
            return new RivalPrediction(rival, rates(choice.predictor(), trialIds), choice.chosen());
        }

        private RateFunction rates(Predictor predictor, int[] ids) {
            int neurons = session.neurons().size();
            List<double[]> rates =
                    Arrays.stream(session.positions(ids)).mapToObj(predictor).toList();
            return (i, bin, neuron) -> rates.get(i)[bin * neurons + neuron];
        }

        private Predictor constant() {
            double[] means = MeanRates.of(session, mask, session.positions(split.train()));
            double[] rates = new double[session.bins() * means.length];
            Arrays.setAll(rates, i -> means[i % means.length]);
            return position -> rates;
        }

        private Choice smoothed(Psth psth) {
            return best(Arrays.stream(SIGMAS_MS)
                    .mapToObj(sigma -> {
                        double[] rates = WeightedSmoothing.of(
                                        sigma, session.time().binMs())
                                .apply(psth);
                        return new Choice(position -> rates, sigma(sigma));
                    })
                    .toList());
        }

        private Choice byCondition() {
            ConditionPsths psths = ConditionPsths.of(session, mask, split.train());
            return best(Arrays.stream(SIGMAS_MS)
                    .mapToObj(sigma -> {
                        ConditionPsths.Smoothed smoothed = psths.smoothed(sigma);
                        return new Choice(smoothed::at, sigma(sigma));
                    })
                    .toList());
        }

        private Choice linear(WorkerThreads workers) {
            List<LinearEncodingModel> models =
                    LinearEncodingModel.fit(session, mask, session.positions(split.train()), PENALTIES, workers);
            List<Choice> choices = new ArrayList<>();
            for (int i = 0; i < PENALTIES.length; i++) {
                choices.add(new Choice(models.get(i)::predict, "penalty " + (int) PENALTIES[i]));
            }
            return best(choices);
        }

        private static String sigma(double ms) {
            return "sigma " + (int) ms + " ms";
        }

        /** The first of the choices with the most bits per spike on the validation trials. */
        private Choice best(List<Choice> choices) {
            Choice best = choices.getFirst();
            double most = Double.NEGATIVE_INFINITY;
            for (Choice choice : choices) {
                RateFunction rates = rates(choice.predictor(), split.validation());
                double bits = PoissonBits.of(session, mask, session.positions(split.validation()), bin -> true, rates)
                        .pooled(-1, n -> true);
                if (bits > most) {
                    most = bits;
                    best = choice;
                }
            }
            return best;
        }
    }
}
