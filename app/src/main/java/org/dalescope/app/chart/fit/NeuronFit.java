package org.dalescope.app.chart.fit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.dalescope.app.chart.TwoDecimals;
import org.dalescope.model.run.store.RunViews;
import org.dalescope.model.session.NeuronType;

/**
 * The quality of the fit of one neuron's PSTH, as the charts of a fit show it.
 *
 * @param index index in the order of the session
 * @param r between the model's and the data's PSTH on all validation trials; NaN if undefined
 * @param ceiling the split-half ceiling of r; NaN if undefined
 * @param r2 share of the variance of the data's smoothed PSTH that the model explains, which also depends on size; NaN if
 *     undefined
 */
public record NeuronFit(int index, int id, NeuronType type, double r, double ceiling, double r2) {
    /** r as a share of its ceiling; r itself if there is no ceiling. */
    public double share() {
        return ceiling > 0 ? r / ceiling : r;
    }

    /** The title of the neuron's chart, with its id, type, r, ceiling and R2, such as {@code r 0.81 / 0.90  R² 0.55}. */
    public String title() {
        return "n" + id + "  " + type.letter() + "  r " + TwoDecimals.of(r) + " / " + TwoDecimals.of(ceiling)
                + "  R\u00b2 " + TwoDecimals.of(r2);
    }

    /** All neurons of a run, in the order of the session. */
    public static List<NeuronFit> of(RunViews views, Map<Integer, Double> r, Map<Integer, Double> ceilings) {
        List<NeuronFit> neurons = new ArrayList<>();
        double[] r2 = r2(views);
        for (int index = 0; index < views.neuronIds().length; index++) {
            int id = views.neuronIds()[index];
            neurons.add(new NeuronFit(
                    index,
                    id,
                    views.types().get(index),
                    r.getOrDefault(id, Double.NaN),
                    ceilings.getOrDefault(id, Double.NaN),
                    r2[index]));
        }
        return List.copyOf(neurons);
    }

    private static double[] r2(RunViews views) {
        if (views.model().isEmpty() || views.data().isEmpty()) {
            double[] undefined = new double[views.neuronIds().length];
            Arrays.fill(undefined, Double.NaN);
            return undefined;
        }
        return views.correlation().r2PerNeuron(views.model().getFirst());
    }

    /** The neurons of a type, worst fit first; neurons without an r come last. */
    public static List<NeuronFit> worstFirst(List<NeuronFit> neurons, NeuronType type) {
        return neurons.stream()
                .filter(neuron -> neuron.type() == type)
                .sorted(Comparator.comparingDouble(NeuronFit::share).thenComparingInt(NeuronFit::index))
                .toList();
    }
}
