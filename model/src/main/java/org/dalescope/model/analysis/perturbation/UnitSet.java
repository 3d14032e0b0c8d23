package org.dalescope.model.analysis.perturbation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.NearestName;
import org.dalescope.model.network.Network;

/**
 * A set of a network's units for a perturbation, defined by their properties, so that it has the same meaning in
 * networks of different seeds.
 */
public sealed interface UnitSet {
    /**
     * The units of a network that are in the set.
     *
     * @throws InputError if it names a neuron or unit that the network does not have
     */
    boolean[] in(Network network);

    /** The text that {@link UnitSetParser#of} reads. */
    String text();

    /** The sets with a name. */
    enum Group implements UnitSet {
        E,
        I,
        RECORDED,
        HIDDEN,
        ALL;

        @Override
        public boolean[] in(Network network) {
            boolean[] recorded = new boolean[network.size()];
            for (int unit : network.units().recordedUnit()) {
                recorded[unit] = true;
            }
            boolean[] in = new boolean[network.size()];
            for (int unit = 0; unit < in.length; unit++) {
                in[unit] = switch (this) {
                    case E -> network.units().isExcitatory(unit);
                    case I -> network.units().isInhibitory(unit);
                    case RECORDED -> recorded[unit];
                    case HIDDEN -> !recorded[unit];
                    case ALL -> true;
                };
            }
            return in;
        }

        @Override
        public String text() {
            return this == E || this == I ? name() : name().toLowerCase(Locale.ROOT);
        }
    }

    /** The units of recorded neurons, given by the ids of the neurons. */
    record Neurons(List<Integer> ids) implements UnitSet {
        @Override
        public boolean[] in(Network network) {
            List<Integer> known =
                    Arrays.stream(network.units().neuronIds()).boxed().toList();
            boolean[] in = new boolean[network.size()];
            for (int id : ids) {
                int neuron = known.indexOf(id);
                if (neuron < 0) {
                    List<String> names = known.stream().map(String::valueOf).toList();
                    throw new InputError("There is no recorded neuron with id " + id
                            + NearestName.hint(Integer.toString(id), names) + ". Choose from: "
                            + String.join(", ", names)
                            + ".");
                }
                in[network.units().recordedUnit()[neuron]] = true;
            }
            return in;
        }

        @Override
        public String text() {
            return "ids:" + UnitSetParser.joined(ids);
        }
    }

    /** Units given by their index in the network, from 0, in the order recorded E, hidden E, recorded I, hidden I. */
    record Units(List<Integer> units) implements UnitSet {
        @Override
        public boolean[] in(Network network) {
            boolean[] in = new boolean[network.size()];
            for (int unit : units) {
                if (unit < 0 || unit >= in.length) {
                    throw new InputError(
                            "There is no unit " + unit + " in the network. Choose from 0 to " + (in.length - 1) + ".");
                }
                in[unit] = true;
            }
            return in;
        }

        @Override
        public String text() {
            return "units:" + UnitSetParser.joined(units);
        }
    }

    /**
     * A quarter of all units by in-degree, which is the sum of the magnitudes of a unit's incoming weights. Among
     * equal units the one with the lower index comes first.
     *
     * @param quarter from 1 for the units with the smallest in-degree to 4
     */
    record InDegreeQuarter(int quarter) implements UnitSet {
        @Override
        public boolean[] in(Network network) {
            int n = network.size();
            double[] degree = new double[n];
            for (int i = 0; i < n * n; i++) {
                degree[i / n] += Math.abs(network.w()[i]);
            }
            List<Integer> order = IntStream.range(0, n)
                    .boxed()
                    .sorted(Comparator.comparingDouble((Integer unit) -> degree[unit]))
                    .toList();
            boolean[] in = new boolean[n];
            order.subList((quarter - 1) * n / 4, quarter * n / 4).forEach(unit -> in[unit] = true);
            return in;
        }

        @Override
        public String text() {
            return "in-degree:" + quarter;
        }
    }

    /** The units that are in all of the given sets. */
    record Common(List<UnitSet> sets) implements UnitSet {
        @Override
        public boolean[] in(Network network) {
            List<boolean[]> each = sets.stream().map(set -> set.in(network)).toList();
            boolean[] in = new boolean[network.size()];
            for (int unit = 0; unit < in.length; unit++) {
                int at = unit;
                in[unit] = each.stream().allMatch(one -> one[at]);
            }
            return in;
        }

        @Override
        public String text() {
            return sets.stream().map(UnitSet::text).collect(Collectors.joining("&"));
        }
    }
}
