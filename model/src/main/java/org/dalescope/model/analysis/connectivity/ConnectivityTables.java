package org.dalescope.model.analysis.connectivity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.dalescope.model.analysis.core.Table;
import org.dalescope.model.analysis.core.TableBuilder;
import org.dalescope.model.math.linear.EigenvalueSpectrum;
import org.dalescope.model.math.linear.SingularValueDecomposition;
import org.dalescope.model.network.Network;
import org.dalescope.model.network.UnitMap;
import org.dalescope.model.training.FittedNetwork;

/** The tables of the connectivity analysis: units, eigenvalues and weights of the network of every seed. */
final class ConnectivityTables {
    private static final int AXES = 3;

    private ConnectivityTables() {}

    static Table units(List<FittedNetwork> members, Map<Integer, Double> selectivity) {
        TableBuilder rows = new TableBuilder(
                "units",
                "Outgoing and incoming weights of every unit of every seed's network (weights multiply softplus(x) and"
                        + " have no unit), and its component in the leading singular vectors of W, W = sum s_k to_k"
                        + " from_k^T. Hidden units have no neuron and no selectivity (standard deviation over"
                        + " conditions of the neuron's mean rate in the data).");
        for (FittedNetwork member : members) {
            Network network = member.network();
            SingularValueDecomposition axes = WeightMeasure.singular(network);
            double[] ids = neuronIds(network.units());
            for (int unit = 0; unit < network.size(); unit++) {
                rows.seed(member.fit().seed())
                        .number("unit", "", unit)
                        .number("neuron", "", ids[unit])
                        .word("type", letter(network, unit))
                        .number(
                                "selectivity",
                                "sp/s",
                                Double.isNaN(ids[unit])
                                        ? Double.NaN
                                        : selectivity.getOrDefault((int) ids[unit], Double.NaN))
                        .number("effective_targets", "", WeightSpread.effectiveTargets(network, unit))
                        .number("from_e", "", WeightSpread.incoming(network, unit, true))
                        .number("from_i", "", WeightSpread.incoming(network, unit, false));
                for (int k = 0; k < Math.min(AXES, network.size()); k++) {
                    rows.number("axis_" + (k + 1) + "_to", "", axes.left()[k][unit])
                            .number("axis_" + (k + 1) + "_from", "", axes.right()[k][unit]);
                }
            }
        }
        return rows.table();
    }

    static Table eigenvalues(List<FittedNetwork> members) {
        TableBuilder rows = new TableBuilder(
                "eigenvalues",
                "Eigenvalues of W in descending order of modulus, and its singular values in descending order.");
        for (FittedNetwork member : members) {
            Network network = member.network();
            EigenvalueSpectrum spectrum = EigenvalueSpectrum.of(network.w(), network.size());
            double[] singular = WeightMeasure.singular(network).values();
            for (int i = 0; i < spectrum.size(); i++) {
                rows.seed(member.fit().seed())
                        .number("index", "", i + 1)
                        .number("real", "", spectrum.real()[i])
                        .number("imaginary", "", spectrum.imaginary()[i])
                        .number("modulus", "", spectrum.modulus(i))
                        .number("singular_value", "", singular[i]);
            }
        }
        return rows.table();
    }

    private static double[] neuronIds(UnitMap map) {
        return Arrays.stream(map.neuronIdOfUnit())
                .mapToDouble(id -> id < 0 ? Double.NaN : id)
                .toArray();
    }

    static Table matrix(List<FittedNetwork> members) {
        TableBuilder rows = new TableBuilder("recurrent_weights", "W of every seed's network, without the diagonal.");
        for (FittedNetwork member : members) {
            Network network = member.network();
            for (int to = 0; to < network.size(); to++) {
                for (int from = 0; from < network.size(); from++) {
                    if (to != from) {
                        rows.seed(member.fit().seed())
                                .number("to", "", to)
                                .number("from", "", from)
                                .word("block", letter(network, from) + "->" + letter(network, to))
                                .number("weight", "", network.w()[to * network.size() + from]);
                    }
                }
            }
        }
        return rows.table();
    }

    private static String letter(Network network, int unit) {
        return network.units().isExcitatory(unit) ? "E" : "I";
    }

    /**
     * All tables.
     *
     * @param selectivity of the recorded neurons by id, sp/s
     */
    static List<Table> all(List<FittedNetwork> members, Map<Integer, Double> selectivity) {
        return new ArrayList<>(List.of(units(members, selectivity), eigenvalues(members), matrix(members)));
    }
}
