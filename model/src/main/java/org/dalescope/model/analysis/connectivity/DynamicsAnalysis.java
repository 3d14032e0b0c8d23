package org.dalescope.model.analysis.connectivity;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.dalescope.model.analysis.AnalysisResult;
import org.dalescope.model.analysis.AnalysisWatch;
import org.dalescope.model.analysis.FittedCircuit;
import org.dalescope.model.analysis.Statistic;
import org.dalescope.model.analysis.algebra.Spectrum;
import org.dalescope.model.analysis.circuit.ConditionRows;
import org.dalescope.model.analysis.circuit.MeanTrajectory;
import org.dalescope.model.analysis.circuit.OverSeeds;
import org.dalescope.model.analysis.circuit.Recurrence;
import org.dalescope.model.analysis.circuit.TableRows;
import org.dalescope.model.analysis.circuit.Untrained;
import org.dalescope.model.engine.RecurrentEngine;
import org.dalescope.model.session.quality.Finding;
import org.dalescope.model.training.FittedNetwork;

/**
 * The recurrence linearised along the mean trajectory of every condition, J = diag(1-a) + diag(a) W diag(sigmoid(x)): time
 * scales -bin / ln |lambda| and stability, bin by bin.
 */
public final class DynamicsAnalysis {
    private static final int MOMENTS = 4;

    private DynamicsAnalysis() {}

    public static AnalysisResult of(FittedCircuit circuit, RecurrentEngine engine, AnalysisWatch watch) {
        ConditionRows rows = ConditionRows.of(circuit);
        List<LinearisedRows> fitted = new ArrayList<>();
        List<LinearisedRows> untrained = new ArrayList<>();
        TableRows spectra = new TableRows(
                "jacobian_eigenvalues",
                "Eigenvalues of the linearised recurrence at " + MOMENTS
                        + " moments of the mean trajectory of all trials, the largest modulus first.");
        int members = circuit.members().size();
        for (FittedNetwork member : circuit.members()) {
            MeanTrajectory trajectory = MeanTrajectory.of(circuit, member, rows, engine);
            fitted.add(linearised(circuit, trajectory, rows.size(), engine));
            addSpectra(spectra, member.fit().seed(), trajectory, rows);
            // The null needs the rows of all trials alone, which come first.
            MeanTrajectory start = MeanTrajectory.of(circuit, Untrained.of(member), rows, engine);
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

    private static LinearisedRows linearised(
            FittedCircuit circuit, MeanTrajectory trajectory, int first, RecurrentEngine engine) {
        return LinearisedRows.of(
                trajectory, first, circuit.fit().session().time().binMs(), engine.workers());
    }

    private static void addSpectra(TableRows spectra, long seed, MeanTrajectory trajectory, ConditionRows rows) {
        int[] all = rows.rowsOf(0);
        int units = trajectory.network().size();
        for (int moment = 0; moment < MOMENTS; moment++) {
            int row = all[(2 * moment + 1) * all.length / (2 * MOMENTS)];
            Spectrum spectrum = Spectrum.of(
                    Recurrence.jacobian(trajectory.network(), trajectory.state()[row]), units);
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

    private static List<Statistic> statistics(int all, List<LinearisedRows> fitted, List<LinearisedRows> untrained) {
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
                        "share of the bins of the mean trajectory of all trials at which J's largest eigenvalue is complex",
                        "",
                        fitted,
                        untrained,
                        l -> l.turningShare(all)));
    }

    private static Statistic statistic(
            String name,
            String definition,
            String unit,
            List<LinearisedRows> fitted,
            List<LinearisedRows> untrained,
            ToDoubleFunction<LinearisedRows> of) {
        return OverSeeds.of(
                name,
                definition,
                unit,
                fitted.stream().mapToDouble(of).toArray(),
                untrained.stream().mapToDouble(of).toArray());
    }

    private static TableRows table(FittedCircuit circuit, ConditionRows rows, List<LinearisedRows> fitted) {
        TableRows table = new TableRows(
                "jacobian",
                "The recurrence linearised at the mean state of every bin and condition: largest |lambda|, time scale of the two"
                        + " slowest decaying modes, frequency of the one with the largest |lambda|, number of growing modes.");
        for (int m = 0; m < fitted.size(); m++) {
            LinearisedRows one = fitted.get(m);
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

    private static List<Finding> notes(List<LinearisedRows> fitted) {
        boolean growing = fitted.stream().anyMatch(one -> one.unstableShare(one.modulus().length) > 0);
        return growing
                ? List.of(
                        Finding.notice(
                                "locally-unstable",
                                "At some bins a mode grows from bin to bin: the time scales are those of the modes that decay."))
                : List.of();
    }
}
