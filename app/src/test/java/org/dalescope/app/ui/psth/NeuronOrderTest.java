package org.dalescope.app.ui.psth;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.dalescope.app.chart.fit.NeuronFit;
import org.dalescope.app.chart.fit.PsthChart;
import org.dalescope.model.session.NeuronType;
import org.dalescope.model.session.psth.Psth;
import org.junit.jupiter.api.Test;

/** Three neurons whose rates are single bumps at different times and of different heights. */
class NeuronOrderTest {
    private static final int BINS = 40;
    private static final int[] PEAKS = {30, 8, 20};
    private static final double[] HEIGHTS = {5, 10, 20};
    private final List<NeuronFit> neurons = List.of(
            new NeuronFit(0, 9, NeuronType.EXCITATORY, 0.5, 0.5, 0),
            new NeuronFit(1, 4, NeuronType.EXCITATORY, 0.6, 0.9, 0),
            new NeuronFit(2, 7, NeuronType.INHIBITORY, Double.NaN, Double.NaN, 0));

    private static PsthChart.Source data() {
        double[] mean = new double[BINS * PEAKS.length];
        for (int bin = 0; bin < BINS; bin++) {
            for (int n = 0; n < PEAKS.length; n++) {
                double away = (bin - PEAKS[n]) / 4.0;
                mean[bin * PEAKS.length + n] = HEIGHTS[n] * Math.exp(-away * away);
            }
        }
        int[] trials = new int[BINS];
        Arrays.fill(trials, 20);
        double[] time = new double[BINS];
        Arrays.setAll(time, bin -> 25.0 * bin);
        return new PsthChart.Source(
                time, new Psth(BINS, PEAKS.length, mean, new double[mean.length], trials), new double[0]);
    }

    private List<Integer> ids(NeuronOrder order) {
        return order.of(neurons, data()).stream().map(NeuronFit::id).toList();
    }

    @Test
    void neuronsAreOrderedByWhatTheOrderSays() {
        assertEquals(List.of(4, 9, 7), ids(NeuronOrder.WORST));
        assertEquals(List.of(9, 4, 7), ids(NeuronOrder.BEST));
        assertEquals(List.of(7, 4, 9), ids(NeuronOrder.RATE));
        assertEquals(List.of(4, 7, 9), ids(NeuronOrder.PEAK));
        assertEquals(List.of(4, 7, 9), ids(NeuronOrder.ID));
    }
}
