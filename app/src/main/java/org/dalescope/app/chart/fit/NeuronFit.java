package org.dalescope.app.chart.fit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dalescope.model.run.store.RunViews;
import org.dalescope.model.session.NeuronType;

/**
 * The quality of the fit of one neuron's PSTH, as the charts of a fit show it.
 *
 * @param index index in the order of the session
 * @param r between the model's and the data's PSTH on all validation trials; NaN if undefined
 * @param ceiling the split-half ceiling of r; NaN if undefined
 */
public record NeuronFit(int index, int id, NeuronType type, double r, double ceiling) {
    /** r as a share of its ceiling; r itself if there is no ceiling. */
    public double share() {
        return ceiling > 0 ? r / ceiling : r;
    }

    /** The title of the neuron's chart, with its id, type, r and ceiling, such as {@code r 0.81 / 0.90}. */
    public String title() {
        return "n" + id + "  " + type.letter() + "  r " + number(r) + " / " + number(ceiling);
    }

    /** All neurons of a run, in the order of the session. */
    public static List<NeuronFit> of(RunViews views, Map<Integer, Double> r, Map<Integer, Double> ceilings) {
        List<NeuronFit> neurons = new ArrayList<>();
        for (int index = 0; index < views.neuronIds().length; index++) {
            int id = views.neuronIds()[index];
            neurons.add(new NeuronFit(
                    index,
                    id,
                    views.types().get(index),
                    r.getOrDefault(id, Double.NaN),
                    ceilings.getOrDefault(id, Double.NaN)));
        }
        return List.copyOf(neurons);
    }

    /** The neurons of a type, worst fit first; neurons without an r come last. */
    public static List<NeuronFit> worstFirst(List<NeuronFit> neurons, NeuronType type) {
        return neurons.stream()
                .filter(neuron -> neuron.type() == type)
                .sorted(Comparator.comparingDouble(NeuronFit::share).thenComparingInt(NeuronFit::index))
                .toList();
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.2f", value);
    }
}
