package org.dalescope.model.session.synthetic;

import java.util.Arrays;
import java.util.List;
import org.dalescope.model.math.random.CounterRandom;
import org.dalescope.model.session.Channel;

/**
 * The weights of a circuit whose selectivity comes from recurrence: E units form a group for each of four places and
 * excite the units of their own group; I units are driven by one group and inhibit all. A quarter of the E units of a
 * group receive its place and the salience. The excitation within a group is strong enough to keep activity for some
 * hundred ms after the input has ended.
 */
final class GroupedCircuit {
    private static final int GROUPS = 4;
    private static final double WITHIN_GROUP = 1.3;
    private static final double E_TO_I = 0.9;
    private static final double I_TO_E = -0.8;
    private static final double I_TO_I = -0.4;
    private static final double CONNECTED = 0.7;
    private static final int DRIVEN_EVERY = 4;
    private static final double DRIVE = 2.5;

    private final SyntheticSettings settings;
    private final CounterRandom random;
    /** Rank of every E unit in a random order: the group is the rank modulo 4. */
    private final int[] rank;

    GroupedCircuit(SyntheticSettings settings, CounterRandom random) {
        this.settings = settings;
        this.random = random;
        this.rank = random.at(1).permutation(settings.excitatoryUnits());
    }

    private int group(int unit) {
        return unit < settings.excitatoryUnits() ? rank[unit] % GROUPS : unit % GROUPS;
    }

    /** Recurrent weights, {@code [to][from]}. */
    double[][] weights() {
        int units = settings.units();
        int excitatory = settings.excitatoryUnits();
        double[][] w = new double[units][units];
        for (int to = 0; to < units; to++) {
            boolean toE = to < excitatory;
            for (int from = 0; from < units; from++) {
                long counter = 2L * (to * units + from);
                boolean fromE = from < excitatory;
                boolean possible = to != from && (!fromE || group(to) == group(from));
                boolean connected = random.uniform(counter) < CONNECTED;
                w[to][from] = possible && connected ? -Math.log(random.uniform(counter + 1)) : 0;
            }
            scale(w[to], 0, excitatory, toE ? WITHIN_GROUP : E_TO_I);
            scale(w[to], excitatory, units, toE ? I_TO_E : I_TO_I);
        }
        return w;
    }

    /** Scales a part of a row to a sum; a part without weights stays 0. */
    private static void scale(double[] row, int from, int to, double sum) {
        double now = Arrays.stream(row, from, to).sum();
        for (int i = from; i < to && now > 0; i++) {
            row[i] *= sum / now;
        }
    }

    /** Replaces the weights of place and salience in the input weights {@code [to][channel]}. */
    void driveFew(double[][] in, List<Channel> channels) {
        for (int unit = 0; unit < in.length; unit++) {
            boolean driven = unit < settings.excitatoryUnits() && rank[unit] / GROUPS % DRIVEN_EVERY == 0;
            for (int k = 0; k < channels.size(); k++) {
                String name = channels.get(k).name();
                if (name.startsWith("target_loc_")) {
                    boolean own = name.endsWith("_" + (group(unit) + 1));
                    in[unit][k] = driven && own ? DRIVE : 0;
                } else if (name.endsWith("_salience")) {
                    in[unit][k] = driven ? (name.startsWith("high") ? 1 : -1) : 0;
                }
            }
        }
    }
}
