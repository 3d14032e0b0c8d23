package org.dalescope.model.analysis.connectivity;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.dalescope.model.analysis.circuit.ConditionAverages;
import org.dalescope.model.analysis.circuit.ConstantInputDynamics;
import org.dalescope.model.analysis.circuit.MeanTrajectory;
import org.dalescope.model.analysis.circuit.SeedStatistics;
import org.dalescope.model.analysis.circuit.UntrainedNetworks;
import org.dalescope.model.analysis.core.AnalysisResult;
import org.dalescope.model.analysis.core.FittedCircuit;
import org.dalescope.model.analysis.core.Statistic;
import org.dalescope.model.analysis.core.TableBuilder;
import org.dalescope.model.common.Finding;
import org.dalescope.model.common.Progress;
import org.dalescope.model.engine.RecurrentEngine;
import org.dalescope.model.math.linear.EigenvalueSpectrum;
import org.dalescope.model.training.FittedNetwork;

/**
 * The analysis of the network dynamics linearised along the mean trajectory of every condition, J = diag(1-a) +
 * diag(a) W diag(sigmoid(x)). It gives time scales -bin / ln |lambda| and stability, bin by bin.
 */
public final class DynamicsAnalysis {
    private static final int MOMENTS = 4;

    private DynamicsAnalysis() {}

    public static AnalysisResult of(FittedCircuit circuit, RecurrentEngine engine, Progress watch) {
        ConditionAverages rows = ConditionAverages.of(circuit);
        List<LinearisedEigenvalues> fitted = new ArrayList<>();
        List<LinearisedEigenvalues> untrained = new ArrayList<>();
        TableBuilder spectra = new TableBuilder(
                "jacobian_eigenvalues",
                "Eigenvalues of the linearised recurrence at " + MOMENTS
                        + " moments of the mean trajectory of all trials, in descending order of modulus.");
        int members = circuit.members().size();
        for (FittedNetwork member : circuit.members()) {
            MeanTrajectory trajectory = MeanTrajectory.of(circuit, member, rows, engine);
            fitted.add(linearised(circuit, trajectory, rows.size(), engine));
            addSpectra(spectra, member.fit().seed(), trajectory, rows);
            // The null needs only the rows of all trials, which come first.
            MeanTrajectory start = MeanTrajectory.of(circuit, UntrainedNetworks.of(member), rows, engine);
            untrained.add(linearised(circuit, start, rows.rowsOf(0).length, engine));
            watch.at((double) fitted.size() / members);
        }
        return new AnalysisResult(
                "dynamics",
                "Linearised dynamics",
                statistics(rows.rowsOf(0).length, fitted, untrained),
                List.of(table(circuit, rows, fitted).table(), spectra.table()),
                notes(fitted));
    }

    private static LinearisedEigenvalues linearised(
            FittedCircuit circuit, MeanTrajectory trajectory, int first, RecurrentEngine engine) {
        return LinearisedEigenvalues.of(
                trajectory, first, circuit.fit().session().time().binMs(), engine.workers());
    }

    private static void addSpectra(TableBuilder spectra, long seed, MeanTrajectory trajectory, ConditionAverages rows) {
        int[] all = rows.rowsOf(0);
        int units = trajectory.network().size();
        for (int moment = 0; moment < MOMENTS; moment++) {
            int row = all[(2 * moment + 1) * all.length / (2 * MOMENTS)];
            EigenvalueSpectrum spectrum = EigenvalueSpectrum.of(
                    ConstantInputDynamics.jacobian(
                            trajectory.network(), trajectory.state()[row]),
                    units);
            for (int i = 0; i < spectrum.size(); i++) {
                spectra.seed(seed)
                        .number("time", "ms", rows.timeMs(row))
                        .number("index", "", i + 1)
                        .number("real", "", spectrum.real()[i])
                        .number("imaginary", "", spectrum.imaginary()[i])
                        .number("modulus", "", spectrum.modulus(i));
            }
        }
    }

    private static List<Statistic> statistics(
            int all, List<LinearisedEigenvalues> fitted, List<LinearisedEigenvalues> untrained) {
        String along = " along the mean trajectory of all trials, median over " + all + " bins";
        return List.of(
                statistic(
                        "largest_modulus",
                        "largest |lambda| of J" + along,
                        "",
                        fitted,
                        untrained,
                        l -> l.medianModulus(all)),
                statistic(
                        "slowest_time_scale",
                        "-bin / ln |lambda| of J's slowest decaying mode" + along,
                        "ms",
                        fitted,
                        untrained,
                        l -> l.medianSlowest(all)),
                statistic(
                        "fastest_time_scale",
                        "-bin / ln |lambda| of J's fastest mode" + along,
                        "ms",
                        fitted,
                        untrained,
                        l -> l.medianFastest(all)),
                statistic(
                        "unstable_bins",
                        "share of the bins of the mean trajectory of all trials at which J has |lambda| of 1 or more",
                        "",
                        fitted,
                        untrained,
                        l -> l.unstableShare(all)),
                statistic(
                        "turning_bins",
                        "share of the bins of the mean trajectory of all trials at which J's largest eigenvalue is"
                                + " complex",
                        "",
                        fitted,
                        untrained,
                        l -> l.turningShare(all)));
    }

    private static Statistic statistic(
            String name,
            String definition,
            String unit,
            List<LinearisedEigenvalues> fitted,
            List<LinearisedEigenvalues> untrained,
            ToDoubleFunction<LinearisedEigenvalues> of) {
        return SeedStatistics.of(
                name,
                definition,
                unit,
                fitted.stream().mapToDouble(of).toArray(),
                untrained.stream().mapToDouble(of).toArray());
    }

    private static TableBuilder table(
            FittedCircuit circuit, ConditionAverages rows, List<LinearisedEigenvalues> fitted) {
        TableBuilder table = new TableBuilder(
                "jacobian",
                "The recurrence linearised at the mean state of every bin and condition: largest |lambda|, time scale"
                        + " of the two slowest decaying modes, frequency of the one with the largest |lambda|, number"
                        + " of growing modes.");
        for (int m = 0; m < fitted.size(); m++) {
            LinearisedEigenvalues one = fitted.get(m);
            for (int row = 0; row < rows.size(); row++) {
                table.seed(circuit.members().get(m).fit().seed())
                        .word("condition", rows.conditions().get(rows.condition()[row]))
                        .number("time", "ms", rows.timeMs(row))
                        .number("largest_modulus", "", one.modulus()[row])
                        .number("slowest", "ms", one.slowestMs()[row])
                        .number("second", "ms", one.secondMs()[row])
                        .number("frequency", "Hz", one.frequencyHz()[row])
                        .number("growing_modes", "", one.growing()[row]);
            }
        }
        return table;
    }

    private static List<Finding> notes(List<LinearisedEigenvalues> fitted) {
        boolean growing = fitted.stream().anyMatch(one -> one.unstableShare(one.modulus().length) > 0);
        return growing
                ? List.of(Finding.notice(
                        "locally-unstable",
                        "At some bins a mode grows from bin to bin. The time scales are only those of modes"
                                + " that decay."))
                : List.of();
    }
}
