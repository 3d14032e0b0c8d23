package org.dalescope.model.analysis.selectivity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dalescope.model.analysis.core.Statistic;
import org.dalescope.model.analysis.core.Table;
import org.dalescope.model.scoring.ModelRates;
import org.dalescope.model.session.Mask;
import org.dalescope.model.session.Neuron;
import org.dalescope.model.session.Session;

/**
 * The change of the neurons' selectivity when the networks are perturbed: the AUC index over the whole trial before
 * and after, at the pair of levels that the neuron distinguishes best in the data.
 */
public record SelectivityChange(List<Statistic> statistics, Table table) {
    private static final String CAPTION =
            "AUC index over the whole trial at the pair of levels that the neuron distinguishes best in the data:"
                    + " data, intact and perturbed networks (means over networks).";

    private record Row(String factor, Neuron neuron, String pair, double data, double intact, double perturbed) {}

    /**
     * Compares networks before and after a perturbation.
     *
     * @param intact the networks before it
     * @param perturbed the same networks after it, in the same order on the same trials; if there are none, the table
     *     has no rows
     */
    public static SelectivityChange of(
            Session session, Mask mask, List<ModelRates> intact, List<ModelRates> perturbed) {
        if (intact.isEmpty()) {
            return new SelectivityChange(List.of(), table(List.of()));
        }
        List<ModelRates> all =
                Stream.concat(intact.stream(), perturbed.stream()).toList();
        SelectivityWindow whole = SelectivityWindow.standard().getFirst();
        List<Row> rows = new ArrayList<>();
        List<Statistic> statistics = new ArrayList<>();
        for (SelectivityCalculator.Indices one : new SelectivityCalculator(session, mask, all).indices(whole)) {
            List<Row> own = IntStream.range(0, session.neurons().size())
                    .boxed()
                    .sorted(Comparator.comparingInt(
                            n -> session.neurons().get(n).id()))
                    .map(n -> row(one, session.neurons().get(n), n, intact.size()))
                    .toList();
            rows.addAll(own);
            statistics.add(statistic(one.grouping().factor(), own, intact.size()));
        }
        return new SelectivityChange(List.copyOf(statistics), table(rows));
    }

    private static Row row(SelectivityCalculator.Indices one, Neuron neuron, int n, int networks) {
        int pair = AucIndex.largest(one.data()[n]);
        return new Row(
                one.grouping().factor(),
                neuron,
                one.grouping().pair(pair),
                one.data()[n][pair],
                mean(one.models(), 0, networks, n, pair),
                mean(one.models(), networks, 2 * networks, n, pair));
    }

    private static double mean(double[][][] models, int from, int to, int neuron, int pair) {
        return IntStream.range(from, to)
                .mapToDouble(m -> models[m][neuron][pair])
                .average()
                .orElse(Double.NaN);
    }

    private static Statistic statistic(String factor, List<Row> rows, int networks) {
        double change = rows.stream()
                .mapToDouble(row -> Math.abs(row.perturbed()) - Math.abs(row.intact()))
                .average()
                .orElse(Double.NaN);
        return Statistic.plain(
                "selectivity_change_" + factor,
                "mean over neurons of the magnitude of the perturbed networks' AUC index for " + factor
                        + " minus that of the intact ones', whole trial, at the data's best pair of levels; without a"
                        + " perturbation exactly 0",
                change,
                "",
                rows.size() + " neurons, " + networks + (networks == 1 ? " network" : " networks"));
    }

    private static Table table(List<Row> rows) {
        return new Table(
                "perturb_selectivity",
                CAPTION,
                List.of(
                        new Table.Words("factor", rows.stream().map(Row::factor).toList()),
                        new Table.Numbers(
                                "neuron",
                                "",
                                rows.stream()
                                        .mapToDouble(row -> row.neuron().id())
                                        .toArray()),
                        new Table.Words(
                                "type",
                                rows.stream()
                                        .map(row -> row.neuron().type().letter())
                                        .toList()),
                        new Table.Words("pair", rows.stream().map(Row::pair).toList()),
                        new Table.Numbers(
                                "index_data",
                                "",
                                rows.stream().mapToDouble(Row::data).toArray()),
                        new Table.Numbers(
                                "index_intact",
                                "",
                                rows.stream().mapToDouble(Row::intact).toArray()),
                        new Table.Numbers(
                                "index_perturbed",
                                "",
                                rows.stream().mapToDouble(Row::perturbed).toArray())));
    }
}
