package org.dalescope.model.analysis.perturbation;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.dalescope.model.analysis.perturbation.Intervention.Silence;
import org.dalescope.model.network.Network;

/**
 * The effects of several perturbations on one network.
 *
 * @param others root mean square change of the PSTHs of the recorded neurons that are not silenced themselves, sp/s;
 *     NaN if there are none
 * @param all the same for all recorded neurons
 * @param e change of the mean rate of E units, sp/s
 * @param i change of the mean rate of I units, sp/s
 * @param away whether the rates diverge; the numbers are NaN in this case
 */
record NetworkEffects(double[] others, double[] all, double[] e, double[] i, boolean[] away) {
    /** Creates the arrays for a number of perturbations. */
    static NetworkEffects of(int perturbations) {
        return new NetworkEffects(
                new double[perturbations],
                new double[perturbations],
                new double[perturbations],
                new double[perturbations],
                new boolean[perturbations]);
    }

    /** The intact network that perturbed ones are compared with. */
    record Baseline(CircuitSimulation simulation, ConditionAveragedRates trials, double[] psth, TypeRates rates) {
        static Baseline of(CircuitSimulation simulation, ConditionAveragedRates trials, double[] intact) {
            return new Baseline(
                    simulation,
                    trials,
                    trials.of(simulation.network().units(), intact)[0],
                    TypeRates.everywhere(simulation.network().units(), trials, intact));
        }
    }

    /** Measures the effect of one intervention in the whole trial. */
    void measure(int index, Intervention intervention, Baseline intact) {
        Network network = intact.simulation().network();
        ConditionAveragedRates trials = intact.trials();
        double[] rates = intact.simulation().rates(Perturbation.always(intervention));
        double[] psth = trials.of(network.units(), rates)[0];
        boolean[] every = new boolean[network.units().recorded()];
        Arrays.fill(every, true);
        all[index] = trials.distance(0, intact.psth(), psth, every);
        others[index] = trials.distance(0, intact.psth(), psth, untouched(intervention, network));
        TypeRates under = TypeRates.everywhere(network.units(), trials, rates);
        if (under.diverges()) {
            away[index] = true;
            for (double[] numbers : new double[][] {others, all, e, i}) {
                numbers[index] = Double.NaN;
            }
            return;
        }
        e[index] = under.e() - intact.rates().e();
        i[index] = under.i() - intact.rates().i();
    }

    /** The recorded neurons that the intervention does not silence. */
    private static boolean[] untouched(Intervention intervention, Network network) {
        boolean[] silenced =
                intervention instanceof Silence silence ? silence.units().in(network) : new boolean[network.size()];
        boolean[] untouched = new boolean[network.units().recorded()];
        for (int neuron = 0; neuron < untouched.length; neuron++) {
            untouched[neuron] = !silenced[network.units().recordedUnit()[neuron]];
        }
        return untouched;
    }

    /** The numbers of one perturbation in all networks. */
    static double[] column(List<NetworkEffects> networks, Function<NetworkEffects, double[]> numbers, int index) {
        return networks.stream().mapToDouble(one -> numbers.apply(one)[index]).toArray();
    }
}
