package org.dalescope.app.ui.psth;

import java.util.Comparator;
import java.util.List;
import org.dalescope.app.chart.fit.NeuronFit;
import org.dalescope.app.chart.fit.PsthChart;
import org.dalescope.model.session.psth.Psth;

/** The order of the neurons on the wall of PSTHs. */
enum NeuronOrder {
    WORST("worst r / ceiling first"),
    BEST("best r / ceiling first"),
    RATE("highest rate first"),
    PEAK("by time of peak"),
    ID("by id");

    private final String words;

    NeuronOrder(String words) {
        this.words = words;
    }

    /**
     * The neurons in this order; equal ones in the session's order.
     *
     * @param data data PSTHs from which rate and time of peak are taken
     */
    List<NeuronFit> of(List<NeuronFit> neurons, PsthChart.Source data) {
        Comparator<NeuronFit> order =
                switch (this) {
                    case WORST -> Comparator.comparingDouble(NeuronFit::share);
                    case BEST -> Comparator.comparingDouble(neuron -> -neuron.share());
                    case RATE -> Comparator.comparingDouble(neuron -> -mean(data.data(), neuron));
                    case PEAK -> Comparator.comparingInt(neuron -> peak(data, neuron));
                    case ID -> Comparator.comparingInt(NeuronFit::id);
                };
        // A neuron without a score comes last, whether the best or the worst comes first.
        boolean byScore = this == WORST || this == BEST;
        Comparator<NeuronFit> defined = Comparator.comparing(neuron -> byScore && Double.isNaN(neuron.share()));
        return neurons.stream()
                .sorted(defined.thenComparing(order).thenComparingInt(NeuronFit::index))
                .toList();
    }

    /** The mean rate over bins, each weighted by its number of trials. */
    private static double mean(Psth data, NeuronFit neuron) {
        double sum = 0;
        double trials = 0;
        for (int bin = 0; bin < data.bins(); bin++) {
            if (data.trials()[bin] > 0) {
                sum += data.trials()[bin] * data.mean()[bin * data.neurons() + neuron.index()];
                trials += data.trials()[bin];
            }
        }
        return trials > 0 ? sum / trials : 0;
    }

    /** The bin with the highest rate as it is scored, or as it is if no bin is scored. */
    private static int peak(PsthChart.Source data, NeuronFit neuron) {
        double[] course = PsthChart.dataCourse(data, neuron);
        int best = 0;
        for (int bin = 0; bin < course.length; bin++) {
            if (course[bin] > course[best] || Double.isNaN(course[best])) {
                best = bin;
            }
        }
        return best;
    }

    @Override
    public String toString() {
        return words;
    }
}
