package org.dalescope.model.run.comparison;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.dalescope.model.network.Network;
import org.dalescope.model.network.UnitMap;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final double[] A = {0.81, 0.66, 0.12, 0.45, 0.90, 0.33, 0.58, 0.71};
    private static final double[] B = {0.84, 0.70, 0.10, 0.52, 0.91, 0.41, 0.57, 0.79};

    /** Values printed by NumPy; the interval's from 2 million draws. */
    @Test
    void thePairedDifferenceIsThatOfNumPy() {
        PairedNeuronScores.Difference is =
                PairedNeuronScores.of(byId(A), byId(B)).difference();
        assertEquals(8, is.n());
        assertEquals(6, is.better());
        assertEquals(0.035, is.mean(), 1e-12);
        assertEquals(0.014015297764534706, is.standardError(), 1e-12);
        assertEquals(0.00875, is.low(), 1.5e-3);
        assertEquals(0.06, is.high(), 1.5e-3);
        assertEquals(is, PairedNeuronScores.of(byId(A), byId(B)).difference());
    }

    @Test
    void neuronsAreJoinedByIdAndThoseWithoutAnRInEitherAreLeftOut() {
        Map<Integer, Double> first = Map.of(7, 0.2, 3, 0.4, 5, Double.NaN, 9, 0.1);
        Map<Integer, Double> second = Map.of(3, 0.5, 7, 0.1, 5, 0.3, 8, 0.9);
        PairedNeuronScores pairs = PairedNeuronScores.of(first, second);
        assertArrayEquals(new int[] {3, 7}, pairs.ids());
        assertArrayEquals(new double[] {0.1, -0.1}, pairs.differences(), 1e-12);
        PairedNeuronScores.Difference none =
                PairedNeuronScores.of(Map.of(), second).difference();
        assertEquals(0, none.n());
        assertTrue(Double.isNaN(none.mean()) && Double.isNaN(none.low()));
    }

    @Test
    void onlyTheSettingsThatDifferAreTold() {
        List<SettingDifferences.Row> rows = SettingDifferences.of(List.of(
                Map.of("a", "0.10", "b", "unit", "c", "1"), Map.of("a", "1e-1", "b", "fixed", "c", "1", "d", "x")));
        assertEquals(
                Map.of("b", List.of("unit", "fixed"), "d", List.of("", "x")),
                rows.stream()
                        .collect(java.util.stream.Collectors.toMap(
                                SettingDifferences.Row::key, SettingDifferences.Row::values)));
    }

    /** Unit order differs between the runs, A has a hidden unit, and neuron 4 is E in A and I in B. */
    @Test
    void weightsAreJoinedByTheNeuronsOfTheirUnits() {
        Network a = network(new UnitMap(3, 1, new int[] {1, 2, 4}, new int[] {0, 3, 2}), 1);
        Network b = network(new UnitMap(1, 2, new int[] {2, 1, 4}, new int[] {1, 0, 2}), 10);
        WeightDifference difference = WeightDifference.of(a, b);
        assertEquals(List.of(1, 2), difference.ids());
        assertEquals(1, difference.excitatory());
        assertEquals(1, difference.typed());
        // From neuron 2 to neuron 1: unit 1 to unit 0 in B, unit 3 to unit 0 in A.
        assertEquals(10 * 1 - 3, difference.values()[0][1]);
        // And back: unit 0 to unit 1 of three in B, unit 0 to unit 3 of four in A.
        assertEquals(10 * 3 - 12, difference.values()[1][0]);
        // The last on the diagonal: unit 1 of three in B, unit 3 of four in A.
        assertEquals(10 * 4 - 15, difference.largest());
    }

    /** A weight's size is its place in W. */
    private static Network network(UnitMap units, double scale) {
        int n = units.units();
        double[] w = IntStream.range(0, n * n).mapToDouble(i -> scale * i).toArray();
        double[] one = new double[n];
        return new Network(units, 1, w, one, one, one, one, one, one);
    }

    private static Map<Integer, Double> byId(double[] r) {
        Map<Integer, Double> map = new TreeMap<>();
        for (int i = 0; i < r.length; i++) {
            map.put(100 + i, r[i]);
        }
        return map;
    }
}
