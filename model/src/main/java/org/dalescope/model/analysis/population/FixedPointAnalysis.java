package org.dalescope.model.analysis.population;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.dalescope.model.analysis.circuit.ConditionAverages;
import org.dalescope.model.analysis.circuit.ConstantInputDynamics;
import org.dalescope.model.analysis.circuit.MeanTrajectory;
import org.dalescope.model.analysis.circuit.RecordedNeurons;
import org.dalescope.model.analysis.circuit.SeedStatistics;
import org.dalescope.model.analysis.core.AnalysisResult;
import org.dalescope.model.analysis.core.FittedCircuit;
import org.dalescope.model.analysis.core.Statistic;
import org.dalescope.model.analysis.core.Table;
import org.dalescope.model.analysis.core.TableBuilder;
import org.dalescope.model.common.Finding;
import org.dalescope.model.common.Progress;
import org.dalescope.model.engine.RecurrentEngine;
import org.dalescope.model.math.linear.EigenvalueSpectrum;
import org.dalescope.model.network.Network;
import org.dalescope.model.training.FittedNetwork;

/**
 * The analysis of the fixed points and slow points of every network. The mean input of a condition is held constant
 * at a few moments, and the search starts from states along the mean trajectory of the condition.
 */
public final class FixedPointAnalysis {
    /** Moments per condition whose input is held constant, evenly spaced over its bins. */
    private static final int MOMENTS = 4;
    /** Starting states per search, evenly spaced over the bins of the condition. */
    private static final int STARTS = 6;

    private static final int AXES = 2;

    private FixedPointAnalysis() {}

    /** The recorded neurons and the principal axes of the data. */
    private record Recorded(RecordedNeurons neurons, PrincipalAxes axes) {
        /** The position of a rate vector along an axis; NaN if there are fewer axes. */
        double along(double[] rate, int axis) {
            return axis < neurons.size() ? axes.projection(rate, axes.mean(), axis) : Double.NaN;
        }
    }

    /** The points found under the constant input of one row. */
    private record Held(int row, List<FixedPoints.Found> found, double distance) {}

    public static AnalysisResult of(FittedCircuit circuit, RecurrentEngine engine, Progress watch) {
        ConditionAverages rows = ConditionAverages.of(circuit);
        RecordedNeurons neurons = RecordedNeurons.of(circuit.fit().session());
        double binMs = circuit.fit().session().time().binMs();
        List<List<Held>> perSeed = new ArrayList<>();
        TableBuilder points = new TableBuilder(
                "fixed_points",
                "Points under the mean input of a condition at one moment, held constant. A point is fixed (F(x) = x)"
                        + " or slow (a minimum of |F(x) - x|). Columns: number of searches that ended there, largest"
                        + " |lambda| of J, growing modes, time scale of the slowest decaying mode, and position of the"
                        + " recorded neurons' rates on the two leading principal axes of the data, from the mean of"
                        + " the data.");
        TableBuilder rates = new TableBuilder(
                "fixed_point_rates", "The recorded neurons' rates at the points of the table fixed_points.");
        Recorded recorded = new Recorded(neurons, PrincipalAxes.ofData(rows, neurons));
        for (FittedNetwork member : circuit.members()) {
            MeanTrajectory trajectory = MeanTrajectory.of(circuit, member, rows, engine);
            List<Integer> moments = moments(rows);
            List<Held> held = engine.workers().map(moments.size(), i -> held(trajectory, rows, moments.get(i)));
            perSeed.add(held);
            held.forEach(one -> add(points, rates, one, member, rows, recorded, binMs));
            watch.at((double) perSeed.size() / circuit.members().size());
        }
        List<Table> tables = List.of(points.table(), rates.table());
        return new AnalysisResult(
                "fixed-points", "Fixed and slow points", statistics(perSeed, binMs), tables, notes(perSeed));
    }

    private static List<Integer> moments(ConditionAverages rows) {
        List<Integer> moments = new ArrayList<>();
        for (int one = 0; one < rows.conditions().size(); one++) {
            for (int row : spread(rows.rowsOf(one), MOMENTS)) {
                moments.add(row);
            }
        }
        return moments;
    }

    /** The rows at the middles of equally long stretches. */
    private static int[] spread(int[] rows, int count) {
        int n = Math.min(count, rows.length);
        return IntStream.range(0, n)
                .map(i -> rows[(int) ((i + 0.5) * rows.length / n)])
                .toArray();
    }

    private static Held held(MeanTrajectory trajectory, ConditionAverages rows, int row) {
        List<double[]> starts = new ArrayList<>();
        starts.add(trajectory.state()[row]);
        for (int start : spread(rows.rowsOf(rows.condition()[row]), STARTS - 1)) {
            starts.add(trajectory.state()[start]);
        }
        ConstantInputDynamics recurrence = new ConstantInputDynamics(trajectory.network(), trajectory.drive(row));
        List<FixedPoints.Found> found = FixedPoints.of(starts, recurrence);
        double distance = found.stream()
                .filter(one -> one.point().ending() == FixedPointSearch.Ending.FIXED)
                .mapToDouble(one -> distance(one.point().x(), trajectory.state()[row]))
                .min()
                .orElse(Double.NaN);
        return new Held(row, found, distance);
    }

    /** The root mean square difference over units. */
    private static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return Math.sqrt(sum / a.length);
    }

    private static void add(
            TableBuilder points,
            TableBuilder rates,
            Held held,
            FittedNetwork member,
            ConditionAverages rows,
            Recorded recorded,
            double binMs) {
        RecordedNeurons neurons = recorded.neurons();
        for (int i = 0; i < held.found().size(); i++) {
            FixedPoints.Found found = held.found().get(i);
            EigenvalueSpectrum spectrum = found.spectrum();
            place(points, held, member, rows, i)
                    .word("kind", found.point().ending() == FixedPointSearch.Ending.FIXED ? "fixed" : "slow")
                    .number("speed", "1/bin", found.point().speed())
                    .number("starts", "", found.starts())
                    .number("largest_modulus", "", spectrum.modulus(0))
                    .number("growing_modes", "", spectrum.unstable())
                    .number("slowest", "ms", slowest(spectrum, binMs))
                    .number("frequency", "Hz", spectrum.imaginary()[0] == 0 ? 0 : spectrum.frequencyHz(0, binMs));
            double[] rate = rates(found.point().x(), member.network(), neurons);
            for (int axis = 0; axis < AXES; axis++) {
                points.number("axis_" + (axis + 1), "", recorded.along(rate, axis));
            }
            for (int neuron = 0; neuron < neurons.size(); neuron++) {
                place(rates, held, member, rows, i)
                        .number("neuron", "", neurons.ids()[neuron])
                        .number("rate", "sp/s", rate[neuron]);
            }
        }
    }

    private static double[] rates(double[] state, Network network, RecordedNeurons neurons) {
        return Arrays.stream(neurons.units(network.units()))
                .mapToDouble(unit -> network.gain()[unit]
                        * (Math.max(state[unit], 0) + Math.log1p(Math.exp(-Math.abs(state[unit])))))
                .toArray();
    }

    private static TableBuilder place(
            TableBuilder table, Held held, FittedNetwork member, ConditionAverages rows, int point) {
        return table.seed(member.fit().seed())
                .word("condition", rows.conditions().get(rows.condition()[held.row()]))
                .number("input_time", "ms", rows.timeMs(held.row()))
                .number("point", "", point + 1);
    }

    private static double slowest(EigenvalueSpectrum spectrum, double binMs) {
        return spectrum.unstable() < spectrum.size() ? spectrum.timeScaleMs(spectrum.unstable(), binMs) : Double.NaN;
    }

    private static List<Statistic> statistics(List<List<Held>> perSeed, double binMs) {
        String held = ", mean over " + perSeed.getFirst().size() + " inputs held constant";
        return List.of(
                SeedStatistics.of(
                        "fixed_points_per_input",
                        "number of different fixed points found" + held,
                        "",
                        each(perSeed, one -> count(one, FixedPointSearch.Ending.FIXED))),
                SeedStatistics.of(
                        "slow_points_per_input",
                        "number of different slow points found" + held,
                        "",
                        each(perSeed, one -> count(one, FixedPointSearch.Ending.SLOW))),
                SeedStatistics.of(
                        "stable_share",
                        "share of the fixed points at which every mode decays" + held,
                        "",
                        each(
                                perSeed,
                                one -> meanOverFixed(
                                        one, found -> found.spectrum().unstable() == 0 ? 1 : 0))),
                SeedStatistics.of(
                        "slowest_at_fixed_points",
                        "-bin / ln |lambda| of the slowest decaying mode at fixed points" + held,
                        "ms",
                        each(perSeed, one -> meanOverFixed(one, found -> slowest(found.spectrum(), binMs)))),
                SeedStatistics.of(
                        "distance_to_fixed_point",
                        "root mean square over units of the difference between the state at the moment and the"
                                + " nearest fixed point of its input"
                                + held,
                        "",
                        each(perSeed, Held::distance)));
    }

    private static double[] each(List<List<Held>> perSeed, ToDoubleFunction<Held> of) {
        return perSeed.stream()
                .mapToDouble(all -> all.stream()
                        .mapToDouble(of)
                        .filter(v -> !Double.isNaN(v))
                        .average()
                        .orElse(Double.NaN))
                .toArray();
    }

    private static double count(Held held, FixedPointSearch.Ending ending) {
        return held.found().stream()
                .filter(found -> found.point().ending() == ending)
                .count();
    }

    private static double meanOverFixed(Held held, ToDoubleFunction<FixedPoints.Found> of) {
        return held.found().stream()
                .filter(found -> found.point().ending() == FixedPointSearch.Ending.FIXED)
                .mapToDouble(of)
                .filter(v -> !Double.isNaN(v))
                .average()
                .orElse(Double.NaN);
    }

    private static List<Finding> notes(List<List<Held>> perSeed) {
        List<Finding> notes = new ArrayList<>();
        notes.add(Finding.notice(
                "held-inputs",
                "Inputs are held constant at " + MOMENTS + " moments of every condition, and each search starts from "
                        + STARTS + " states of its mean trajectory. Points that no start leads to are not found."));
        long empty = perSeed.stream()
                .flatMap(List::stream)
                .filter(held -> held.found().isEmpty())
                .count();
        if (empty > 0) {
            notes.add(Finding.warning(
                    "no-point-found",
                    "No search converged to a point for " + empty + " of the inputs that were held constant."));
        }
        return List.copyOf(notes);
    }
}
