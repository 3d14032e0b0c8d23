package org.dalescope.model.scoring.rival;

import java.util.ArrayList;
import java.util.List;
import org.dalescope.model.scoring.ModelRates;
import org.dalescope.model.scoring.PoissonBits;
import org.dalescope.model.session.Mask;
import org.dalescope.model.session.Session;

/** Finds the neurons whose spikes a network predicts worse than a constant rate does. */
public final class WorseThanConstant {
    private WorseThanConstant() {}

    /**
     * The ids of the neurons for which the log-likelihood of the spike counts is lower than with the neuron's mean
     * training rate, by more than 1.96 standard errors over trials.
     *
     * @param trainingRates mean rates over the training trials, sp/s, in the session's order
     */
    public static List<Integer> neurons(Session session, Mask mask, ModelRates network, double[] trainingRates) {
        int[] positions = session.positions(network.trialIds());
        PoissonBits own = PoissonBits.of(session, mask, positions, bin -> true, network::rate);
        PoissonBits constant =
                PoissonBits.of(session, mask, positions, bin -> true, (i, bin, neuron) -> trainingRates[neuron]);
        List<Integer> worse = new ArrayList<>();
        int trials = positions.length;
        for (int neuron = 0; neuron < trainingRates.length; neuron++) {
            double sum = 0;
            double squares = 0;
            for (int i = 0; i < trials; i++) {
                double gain = own.gain()[i * trainingRates.length + neuron]
                        - constant.gain()[i * trainingRates.length + neuron];
                sum += gain;
                squares += gain * gain;
            }
            double variance = trials < 2 ? Double.NaN : (squares - sum * sum / trials) / (trials - 1);
            if (sum + ScoreDifference.WIDTH * Math.sqrt(variance * trials) < 0) {
                worse.add(session.neurons().get(neuron).id());
            }
        }
        return List.copyOf(worse);
    }
}
