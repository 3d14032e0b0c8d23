package org.dalescope.model.analysis.selectivity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.dalescope.model.analysis.circuit.WithinTypePermutation;
import org.dalescope.model.math.stats.Correlation;
import org.dalescope.model.math.stats.Descriptive;
import org.dalescope.model.math.stats.FalseDiscoveryRate;
import org.dalescope.model.session.Neuron;
import org.dalescope.model.session.NeuronType;

/**
 * The selectivity for one factor in one window of neurons with and without a direct input of the factor, in the data,
 * in the fitted networks, and in the same networks with W = 0.
 *
 * @param direct whether a unit of the neuron gets an input that carries the factor, {@code [neuron]}
 * @param pair of levels that the neuron distinguishes best in the data
 * @param dataIndex AUC index of the data at that pair
 * @param modelIndex AUC index of the mean over networks at that pair
 * @param dataP by permutation of labels over trials
 * @param modelP the same for the networks' mean rates, at the data's pair
 * @param dataQ false discovery rate of {@code dataP}, over the neurons and factors without a direct input, and over
 *     those with one
 * @param modelQ the same of {@code modelP}
 * @param dataDifference difference of mean rates between the pair's levels, sp/s
 * @param modelDifference {@code [network][neuron]}, sp/s
 * @param cutDifference of the networks with W = 0, {@code [network][neuron]}, sp/s
 */
record EmergentFactor(
        TrialGrouping grouping,
        SelectivityWindow window,
        List<Neuron> neurons,
        boolean[] direct,
        int[] pair,
        double[] dataIndex,
        double[] modelIndex,
        double[] dataP,
        double[] modelP,
        double[] dataQ,
        double[] modelQ,
        double[] dataDifference,
        double[][] modelDifference,
        double[][] cutDifference) {
    /** The false discovery rate over neurons and factors. */
    static final double RATE = 0.05;
    /** The least part of the data's difference of rates that the model must have, in the same direction. */
    static final double LEAST_PART = 0.1;

    private static final int LEAST_NEURONS = 3;

    /** The factors of a window with the false discovery rates over all of them. */
    static List<EmergentFactor> withRates(List<EmergentFactor> factors) {
        double[][] data = rates(factors, EmergentFactor::dataP);
        double[][] model = rates(factors, EmergentFactor::modelP);
        return IntStream.range(0, factors.size())
                .mapToObj(i -> factors.get(i).with(data[i], model[i]))
                .toList();
    }

    private static double[][] rates(List<EmergentFactor> factors, Function<EmergentFactor, double[]> p) {
        double[][] q = new double[factors.size()][];
        Arrays.setAll(q, i -> new double[p.apply(factors.get(i)).length]);
        for (boolean wanted : new boolean[] {false, true}) {
            List<int[]> places = new ArrayList<>();
            for (int i = 0; i < q.length; i++) {
                for (int n = 0; n < q[i].length; n++) {
                    if (factors.get(i).direct()[n] == wanted) {
                        places.add(new int[] {i, n});
                    }
                }
            }
            double[] rates = FalseDiscoveryRate.q(places.stream()
                    .mapToDouble(place -> p.apply(factors.get(place[0]))[place[1]])
                    .toArray());
            for (int k = 0; k < rates.length; k++) {
                q[places.get(k)[0]][places.get(k)[1]] = rates[k];
            }
        }
        return q;
    }

    private EmergentFactor with(double[] ofData, double[] ofModel) {
        return new EmergentFactor(
                grouping,
                window,
                neurons,
                direct,
                pair,
                dataIndex,
                modelIndex,
                dataP,
                modelP,
                ofData,
                ofModel,
                dataDifference,
                modelDifference,
                cutDifference);
    }

    double meanDifference(int neuron) {
        return Arrays.stream(modelDifference)
                .mapToDouble(d -> d[neuron])
                .average()
                .orElse(Double.NaN);
    }

    double meanCut(int neuron) {
        return Arrays.stream(cutDifference)
                .mapToDouble(d -> d[neuron])
                .average()
                .orElse(Double.NaN);
    }

    /** The neurons without a direct input of the factor. */
    int[] indirect() {
        return chosen(n -> !direct[n]);
    }

    /** The neurons without a direct input that are selective in the data. */
    int[] selectiveIndirect() {
        return chosen(n -> !direct[n] && dataQ[n] <= RATE);
    }

    /** The neurons with a direct input that are selective in the data. */
    int[] selectiveDirect() {
        return chosen(n -> direct[n] && dataQ[n] <= RATE);
    }

    /**
     * The neurons with emergent selectivity: without a direct input, selective in data and model, in the same
     * direction and with at least a tenth of the data's difference of rates.
     */
    int[] emergent() {
        return IntStream.of(selectiveIndirect())
                .filter(n -> modelQ[n] <= RATE && meanDifference(n) / dataDifference[n] >= LEAST_PART)
                .toArray();
    }

    /**
     * The part of the selectivity of some neurons that is lost without recurrence, in every network: 1 - (sum of
     * differences with W = 0) / (sum of differences), each in the direction of the data. NaN where the network has less
     * than a tenth of the data's.
     */
    double[] lost(int[] some) {
        double[] lost = new double[modelDifference.length];
        Arrays.setAll(lost, m -> lost(some, modelDifference[m], cutDifference[m]));
        return lost;
    }

    /** The part of the networks' mean selectivity of some neurons that other networks, on the same trials, lack. */
    double lostIn(EmergentFactor other, int[] some) {
        return lost(some, Descriptive.columnMeans(modelDifference), Descriptive.columnMeans(other.modelDifference));
    }

    private double lost(int[] some, double[] with, double[] without) {
        double whole = 0;
        double left = 0;
        double data = 0;
        for (int n : some) {
            double sign = Math.signum(dataDifference[n]);
            whole += sign * with[n];
            left += sign * without[n];
            data += Math.abs(dataDifference[n]);
        }
        return whole >= LEAST_PART * data && data > 0 ? 1 - left / whole : Double.NaN;
    }

    /** Pearson's r of the index of data and model over the neurons without a direct input, and its null. */
    WithinTypePermutation.Outcome agreement() {
        int[] some = indirect();
        boolean[] excitatory = new boolean[some.length];
        for (int i = 0; i < some.length; i++) {
            excitatory[i] = neurons.get(some[i]).type() == NeuronType.EXCITATORY;
        }
        return WithinTypePermutation.test(r(some, some), random -> {
            int[] order = WithinTypePermutation.withinType(excitatory, random);
            return r(some, IntStream.of(order).map(i -> some[i]).toArray());
        });
    }

    /** Pearson's r over the neurons without a direct input. */
    double r() {
        return r(indirect(), indirect());
    }

    private double r(int[] ofData, int[] ofModel) {
        double[] a = IntStream.of(ofData).mapToDouble(n -> dataIndex[n]).toArray();
        double[] b = IntStream.of(ofModel).mapToDouble(n -> modelIndex[n]).toArray();
        return a.length < LEAST_NEURONS ? Double.NaN : Correlation.pearson(a, b);
    }

    /** Mean over pairs of networks of Pearson's r of the neurons' differences, without a direct input. */
    double seedAgreement() {
        int[] some = indirect();
        return some.length < LEAST_NEURONS
                ? Double.NaN
                : Correlation.meanOverPairs(Arrays.stream(modelDifference)
                        .map(difference -> IntStream.of(some)
                                .mapToDouble(n -> difference[n])
                                .toArray())
                        .toList());
    }

    private int[] chosen(IntPredicate which) {
        return IntStream.range(0, neurons.size()).filter(which).toArray();
    }
}
