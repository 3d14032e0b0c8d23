package org.dalescope.model.analysis.population;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.dalescope.model.analysis.circuit.ConditionAverages;
import org.dalescope.model.analysis.circuit.MeanTrajectory;
import org.dalescope.model.analysis.circuit.RecordedNeurons;
import org.dalescope.model.analysis.circuit.SeedStatistics;
import org.dalescope.model.analysis.circuit.WithinTypePermutation;
import org.dalescope.model.analysis.core.AnalysisResult;
import org.dalescope.model.analysis.core.FittedCircuit;
import org.dalescope.model.analysis.core.Statistic;
import org.dalescope.model.analysis.core.Table;
import org.dalescope.model.analysis.core.TableBuilder;
import org.dalescope.model.common.Finding;
import org.dalescope.model.common.Progress;
import org.dalescope.model.engine.RecurrentEngine;
import org.dalescope.model.math.linear.PrincipalAngles;
import org.dalescope.model.math.stats.Correlation;
import org.dalescope.model.training.FittedNetwork;

/**
 * The analysis of the population: condition averages of the recorded neurons, in data and model, on the principal
 * axes of the data. The averages of every neuron are smoothed with sigma 25 ms and divided by the neuron's range in
 * the data plus 5 sp/s. The axes are computed from the rows of single conditions; the rows of all trials are used
 * only if there are no others.
 */
public final class PopulationAnalysis {
    static final double SMOOTHING_MS = 25;
    private static final int AXES = 3;

    private final ConditionAverages rows;
    private final RecordedNeurons neurons;
    private final double[][] data;
    private final List<double[][]> models = new ArrayList<>();
    private final double[][] model;
    private final PrincipalAxes axes;

    private PopulationAnalysis(FittedCircuit circuit, RecurrentEngine engine, Progress watch) {
        this.rows = ConditionAverages.of(circuit);
        this.neurons = RecordedNeurons.of(circuit.fit().session());
        this.data = rows.smoothed(rows.data(neurons), SMOOTHING_MS);
        for (FittedNetwork member : circuit.members()) {
            double[][] rates = MeanTrajectory.of(circuit, member, rows, engine).rates(neurons);
            models.add(rows.smoothed(rates, SMOOTHING_MS));
            watch.at(0.8 * models.size() / circuit.members().size());
        }
        this.model = mean(models);
        this.axes = axes(data);
    }

    public static AnalysisResult of(FittedCircuit circuit, RecurrentEngine engine, Progress watch) {
        PopulationAnalysis analysis = new PopulationAnalysis(circuit, engine, watch);
        List<Statistic> statistics = analysis.statistics();
        List<Table> tables = List.of(analysis.variance(), analysis.axisTable(), analysis.trajectories());
        watch.at(1);
        return new AnalysisResult(
                "population",
                "Population",
                statistics,
                tables,
                List.of(Finding.notice(
                        "averages-carry-noise",
                        "The averages of the data contain noise, because they are over few trials; those of the model"
                                + " do not. The dimension of the data is therefore an upper bound.")));
    }

    private PrincipalAxes axes(double[][] averages) {
        return PrincipalAxes.of(single(averages), PrincipalAxes.softScale(single(data)));
    }

    private double[][] single(double[][] averages) {
        return IntStream.of(rows.singleConditions())
                .mapToObj(row -> averages[row])
                .toArray(double[][]::new);
    }

    private List<Statistic> statistics() {
        int shown = Math.min(AXES, neurons.size());
        String n = neurons.count() + ", " + rows.singleConditions().length + " rows";
        List<Statistic> statistics = new ArrayList<>();
        statistics.add(Statistic.plain(
                "dimension_data",
                "participation ratio (sum v)^2 / sum v^2 of the variances of the data's condition averages",
                axes.participationRatio(),
                "",
                n));
        statistics.add(SeedStatistics.of(
                "dimension_model", "the same of the model's condition averages", "", each(one -> axes(one)
                        .participationRatio())));
        statistics.add(Statistic.plain(
                "variance_on_data_axes_data",
                "share of the data's variance along its " + shown + " leading axes",
                Arrays.stream(axes.explained(single(data)), 0, shown).sum(),
                "",
                n));
        statistics.add(SeedStatistics.of(
                "variance_on_data_axes_model",
                "share of the model's variance along the data's " + shown + " leading axes",
                "",
                each(one -> Arrays.stream(axes.explained(single(one)), 0, shown).sum())));
        statistics.add(overlap(shown));
        for (int k = 0; k < shown; k++) {
            int angle = k;
            statistics.add(SeedStatistics.of(
                    "principal_angle_" + (k + 1),
                    "principal angle number " + (k + 1) + " between the " + shown + " leading axes of data and model",
                    "degrees",
                    each(one -> angle(one, shown, angle))));
        }
        for (int k = 0; k < shown; k++) {
            statistics.add(trajectory(k));
        }
        return statistics;
    }

    /** The overlap of the leading axes of the data and of the mean rates over seeds. */
    private Statistic overlap(int shown) {
        double[][] ofData = axes.leading(shown);
        double[][] ofModel = axes(model).leading(shown);
        double observed = PrincipalAngles.overlap(ofData, ofModel);
        WithinTypePermutation.Outcome outcome = WithinTypePermutation.test(observed, random -> {
            int[] order = WithinTypePermutation.withinType(neurons.excitatory(), random);
            double[][] renamed = Arrays.stream(ofModel)
                    .map(axis -> IntStream.of(order).mapToDouble(i -> axis[i]).toArray())
                    .toArray(double[][]::new);
            return PrincipalAngles.overlap(ofData, renamed);
        });
        return Statistic.plain(
                        "subspace_overlap",
                        "mean squared cosine of the principal angles between the " + shown
                                + " leading axes of the data and of the mean of the seeds' rates",
                        observed,
                        "",
                        neurons.count())
                .against(outcome.chance());
    }

    private Statistic trajectory(int axis) {
        double[][] ofData = single(data);
        double[] places = places(ofData, axes.mean(), axis);
        double[][] centred = centred(single(model));
        int[] identity = IntStream.range(0, neurons.size()).toArray();
        double observed = Correlation.pearson(places, along(centred, axis, identity));
        WithinTypePermutation.Outcome outcome = WithinTypePermutation.test(
                observed,
                random -> Correlation.pearson(
                        places, along(centred, axis, WithinTypePermutation.withinType(neurons.excitatory(), random))));
        return Statistic.plain(
                        "trajectory_r_" + (axis + 1),
                        "Pearson's r over bins of single conditions between data and the mean of the seeds' rates"
                                + " along the data's axis number " + (axis + 1),
                        observed,
                        "",
                        ofData.length + " bins of "
                                + Math.max(1, rows.conditions().size() - 1) + " conditions")
                .against(outcome.chance());
    }

    private double[] places(double[][] averages, double[] from, int axis) {
        return Arrays.stream(averages)
                .mapToDouble(row -> axes.projection(row, from, axis))
                .toArray();
    }

    private static double[][] centred(double[][] averages) {
        double[] mean = PrincipalAxes.mean(averages);
        return Arrays.stream(averages)
                .map(row -> IntStream.range(0, row.length)
                        .mapToDouble(i -> row[i] - mean[i])
                        .toArray())
                .toArray(double[][]::new);
    }

    /**
     * The model's positions on an axis if its neuron {@code order[i]} stands for neuron i. Plain loops, because the
     * permutation test calls this often.
     */
    private double[] along(double[][] centred, int axis, int[] order) {
        double[] weight = new double[order.length];
        for (int i = 0; i < order.length; i++) {
            weight[order[i]] = axes.axes()[axis][i] / axes.scale()[i];
        }
        double[] places = new double[centred.length];
        for (int row = 0; row < places.length; row++) {
            for (int i = 0; i < weight.length; i++) {
                places[row] += weight[i] * centred[row][i];
            }
        }
        return places;
    }

    private double angle(double[][] one, int shown, int angle) {
        double[] cosines =
                PrincipalAngles.cosines(axes.leading(shown), axes(one).leading(shown));
        return Math.toDegrees(Math.acos(cosines[angle]));
    }

    private double[] each(ToDoubleFunction<double[][]> of) {
        return models.stream().mapToDouble(of).toArray();
    }

    private Table variance() {
        TableBuilder table = new TableBuilder(
                "variance_per_axis",
                "Share of the variance of the data and of the model (mean of the seeds' rates) along each principal"
                        + " axis of the data, and of the model along its own axes.");
        double[] ofData = axes.explained(single(data));
        double[] ofModel = axes.explained(single(model));
        double[] own = axes(model).explained(single(model));
        for (int k = 0; k < ofData.length; k++) {
            table.number("axis", "", k + 1)
                    .number("data", "", ofData[k])
                    .number("model", "", ofModel[k])
                    .number("model_own_axes", "", own[k]);
        }
        return table.table();
    }

    private Table axisTable() {
        List<Table.Column> columns = new ArrayList<>(neurons.tableColumns());
        columns.add(new Table.Numbers("scale", "sp/s", axes.scale()));
        for (int k = 0; k < Math.min(AXES, neurons.size()); k++) {
            columns.add(new Table.Numbers(String.format(Locale.ROOT, "axis_%d", k + 1), "", axes.axes()[k]));
        }
        return new Table(
                "axes",
                "The leading principal axes of the data: the component of every neuron, and the"
                        + " scale by which its rate is divided.",
                columns);
    }

    private Table trajectories() {
        TableBuilder table = new TableBuilder(
                "trajectories",
                "Condition averages of data and model (mean of the seeds' rates) along the data's leading axes, each"
                        + " from its own mean over single conditions.");
        double[] from = PrincipalAxes.mean(single(model));
        for (int row = 0; row < rows.size(); row++) {
            table.word("condition", rows.conditions().get(rows.condition()[row]))
                    .number("time", "ms", rows.timeMs(row));
            for (int k = 0; k < Math.min(AXES, neurons.size()); k++) {
                table.number("data_" + (k + 1), "", axes.projection(data[row], axes.mean(), k))
                        .number("model_" + (k + 1), "", axes.projection(model[row], from, k));
            }
        }
        return table.table();
    }

    private static double[][] mean(List<double[][]> each) {
        double[][] mean = new double[each.getFirst().length][each.getFirst()[0].length];
        for (double[][] one : each) {
            for (int row = 0; row < mean.length; row++) {
                for (int i = 0; i < mean[row].length; i++) {
                    mean[row][i] += one[row][i] / each.size();
                }
            }
        }
        return mean;
    }
}
