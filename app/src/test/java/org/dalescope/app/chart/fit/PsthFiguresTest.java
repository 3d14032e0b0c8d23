package org.dalescope.app.chart.fit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.dalescope.model.session.NeuronType;
import org.dalescope.model.session.psth.Psth;
import org.junit.jupiter.api.Test;

class PsthFiguresTest {
    @Test
    void theMedianStandsBetweenBestAndWorstAndNoiseIsNotChosen() {
        List<NeuronFit> worstFirst = NeuronFit.worstFirst(
                Stream.of(neuron(1, 0.4, 0.8), neuron(2, 0.9, 0.9), neuron(3, 0.1, 0.3), neuron(4, 0.6, 0.8))
                        .toList(),
                NeuronType.EXCITATORY);
        List<Integer> chosen = PsthFigures.bestMedianWorst(worstFirst).stream()
                .map(NeuronFit::id)
                .toList();
        assertEquals(List.of(2, 4, 1), chosen, "neuron 3 has a reliability of 0.09");
    }

    @Test
    void binsOfFewTrialsAreNotShown() {
        int[] trials = {12, 12, 3, 12, 9};
        double[] values = {1, 2, 3, 4, 5};
        Psth psth = new Psth(5, 1, values, values, trials);
        PsthChart.Source shown = PsthFigures.scored(new PsthChart.Source(values, psth, values));
        assertArrayEquals(new int[] {12, 12, 0, 12}, shown.data().trials());
        assertArrayEquals(new double[] {1, 2, 3, 4}, shown.model());
    }

    private static NeuronFit neuron(int id, double r, double ceiling) {
        return new NeuronFit(id, id, NeuronType.EXCITATORY, r, ceiling, 0.4);
    }
}
