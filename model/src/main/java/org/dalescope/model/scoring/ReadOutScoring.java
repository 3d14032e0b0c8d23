package org.dalescope.model.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.dalescope.model.network.Network;
import org.dalescope.model.network.ReadOut;
import org.dalescope.model.network.ReadOutTargets;
import org.dalescope.model.session.Mask;
import org.dalescope.model.session.Session;

/** Scores the read-outs of networks on some trials, averaged over the networks, against the recorded signals. */
public final class ReadOutScoring {
    private final Session session;
    private final int[] positions;
    private final List<String> targets;
    private final double[] sum;
    private int networks;

    /**
     * Starts without networks.
     *
     * @param targets the signals that every one of the networks reads out
     */
    public ReadOutScoring(Session session, int[] trialIds, List<String> targets) {
        this.session = session;
        this.positions = session.positions(trialIds);
        this.targets = targets;
        this.sum = new double[targets.size() * positions.length * session.bins()];
    }

    /** The signals that all networks read out in the same order; empty if they differ. */
    public static List<String> common(List<Network> networks) {
        List<List<String>> each = networks.stream()
                .map(network -> network.readOut().map(ReadOut::targets).orElse(List.of()))
                .distinct()
                .toList();
        return each.size() == 1 ? each.getFirst() : List.of();
    }

    /**
     * Adds the read-out y of a network.
     *
     * @param rates sp/s of all units, {@code [trial][bin][unit]}
     */
    public void add(Network network, float[] rates) {
        int units = network.size();
        int rows = positions.length * session.bins();
        networks++;
        network.readOut().ifPresent(readOut -> {
            for (int i = 0; i < sum.length; i++) {
                int target = i / rows;
                double y = readOut.bias()[target];
                for (int unit = 0; unit < network.units().excitatory(); unit++) {
                    y += readOut.weights()[target * units + unit] * rates[i % rows * units + unit];
                }
                sum[i] += y;
            }
        });
    }

    /** The scores of all targets on the valid bins. */
    public List<ReadOutScore> scores(Mask mask) {
        int[] channels = ReadOutTargets.of(session, targets).channels();
        int bins = session.bins();
        int[] valid = IntStream.range(0, positions.length * bins)
                .filter(row -> mask.isValid(positions[row / bins], row % bins))
                .toArray();
        List<ReadOutScore> scores = new ArrayList<>();
        for (int target = 0; target < channels.length; target++) {
            double[] data = new double[valid.length];
            double[] model = new double[valid.length];
            for (int i = 0; i < valid.length; i++) {
                int row = positions[valid[i] / bins] * bins + valid[i] % bins;
                data[i] = session.inputs()[row * session.channels().size() + channels[target]];
                model[i] = sum[target * positions.length * bins + valid[i]] / networks;
            }
            scores.add(new ReadOutScore(targets.get(target), r2(data, model)));
        }
        return List.copyOf(scores);
    }

    private static double r2(double[] data, double[] model) {
        double mean = IntStream.range(0, data.length)
                .mapToDouble(i -> data[i])
                .average()
                .orElse(Double.NaN);
        double unexplained = 0;
        double all = 0;
        for (int i = 0; i < data.length; i++) {
            unexplained += (data[i] - model[i]) * (data[i] - model[i]);
            all += (data[i] - mean) * (data[i] - mean);
        }
        return all > 0 ? 1 - unexplained / all : Double.NaN;
    }
}
