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
 * Fixed and slow points of every network with the mean input of a condition at some moments held for ever, searched from states along the
 * condition's mean trajectory.
 */
public final class FixedPointAnalysis {
    /** Moments per condition whose input is held, evenly over its bins. */
    private static final int MOMENTS = 4;
    /** States per search, evenly over the condition's bins. */
    private static final int STARTS = 6;

    private static final int AXES = 2;

    private FixedPointAnalysis() {}

    /** The recorded neurons and the data's axes. */
    private record Recorded(RecordedNeurons neurons, PrincipalAxes axes) {
        /** NaN where there are fewer axes. */
        double along(double[] rate, int axis) {
            return axis < neurons.size() ? axes.projection(rate, axes.mean(), axis) : Double.NaN;
        }
    }

    /** The points under the input of one row. */
    private record Held(int row, List<FixedPoints.Found> found, double distance) {}

    public static AnalysisResult of(FittedCircuit circuit, RecurrentEngine engine, Progress watch) {
        ConditionAverages rows = ConditionAverages.of(circuit);
        RecordedNeurons neurons = RecordedNeurons.of(circuit.fit().session());
        double binMs = circuit.fit().session().time().binMs();
        List<List<Held>> perSeed = new ArrayList<>();
        TableBuilder points = new TableBuilder(
                "fixed_points",
                "Points under the mean input of a condition at a moment, held: fixed (F(x) = x) or slow (a minimum of"
                        + " |F(x) - x|), searches that ended there, largest |lambda| of J, growing modes, time scale of the slowest"
                        + " decaying mode; where the recorded neurons' rates lie on the data's two leading principal axes, from the data's mean.");
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

    /** The middles of equal stretches. */
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

    /** Root mean square over units. */
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
        String held = ", mean over " + perSeed.getFirst().size() + " held inputs";
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
                        "root mean square over units between the state at the moment and the nearest fixed point of its input"
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
                "Inputs are held at " + MOMENTS + " moments of every condition and searched from " + STARTS
                        + " states of its mean trajectory: a point that no state leads to is not found."));
        long empty = perSeed.stream()
                .flatMap(List::stream)
                .filter(held -> held.found().isEmpty())
                .count();
        if (empty > 0) {
            notes.add(Finding.warning("no-point-found", "No search ended at a point under " + empty + " held inputs."));
        }
        return List.copyOf(notes);
    }
}
