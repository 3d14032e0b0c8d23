package org.dalescope.model.suite.results;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.dalescope.model.scoring.ComparedScore;
import org.dalescope.model.scoring.NeuronGroup;
import org.dalescope.model.scoring.ScoreKind;
import org.dalescope.model.scoring.rival.RivalScores;

/** The columns of a suite's {@code comparison.csv}. */
final class ComparisonColumns {
    private ComparisonColumns() {}

    static Map<String, String> of(SuiteComparison comparison, ArmComparison row) {
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("session", comparison.session());
        cells.put("arm", row.arm().name());
        cells.put("group", row.arm().group());
        cells.put("seeds", Integer.toString(row.seeds().size()));
        cells.put("failed", Integer.toString(row.failures().size()));
        for (ScoreKind kind : ScoreKind.values()) {
            ScoreSpread spread = row.scores().getOrDefault(kind, ScoreSpread.of());
            put(cells, kind.key(), spread);
        }
        compared(cells, row);
        put(cells, "share_of_training_psth", row.shareOfTraining());
        put(cells, "normalised", row.normalised());
        cells.put("ensemble_psth_r", number(row.ensemble().getOrDefault(ScoreKind.PSTH_R, Double.NaN)));
        cells.put("ensemble_share_of_training_psth", number(row.ensembleShare()));
        put(cells, "seeds", row.overSeeds());
        put(cells, "neurons", row.overNeurons());
        cells.put("verdict", row.verdict().words());
        cells.put("converged_epoch", number(row.convergedEpoch()));
        cells.put("converged_s", number(row.convergedSeconds()));
        cells.put("fit_s", number(row.seconds()));
        put(cells, "tau_e_ms", row.tauE());
        put(cells, "tau_i_ms", row.tauI());
        put(cells, "mean_rate", row.meanRate());
        cells.put("implausible", Integer.toString(row.implausible().size()));
        cells.put(
                "warnings",
                row.warnings().entrySet().stream()
                        .map(warning -> warning.getKey() + " x" + warning.getValue())
                        .collect(Collectors.joining("; ")));
        return cells;
    }

    /** The scores that depend on size, for all neurons, E and I, and those of the rivals on the same trials. */
    private static void compared(Map<String, String> cells, ArmComparison row) {
        for (ComparedScore score : ComparedScore.values()) {
            for (NeuronGroup group : NeuronGroup.values()) {
                String name = score.key() + (group == NeuronGroup.ALL ? "" : "_" + group.key());
                if (score != ComparedScore.PSTH_R || group != NeuronGroup.ALL) {
                    put(cells, name, row.compared(score, group));
                }
                for (RivalScores rival : row.rivals()) {
                    cells.put(
                            rival.rival().key() + "_" + name,
                            number(rival.values().of(score, group)));
                }
            }
        }
    }

    private static void put(Map<String, String> cells, String name, ScoreSpread spread) {
        cells.put(name + "_mean", number(spread.mean()));
        cells.put(name + "_sd", number(spread.sd()));
    }

    private static void put(Map<String, String> cells, String over, PairedDifference difference) {
        cells.put("difference_over_" + over, number(difference.mean()));
        cells.put("difference_over_" + over + "_low", number(difference.low()));
        cells.put("difference_over_" + over + "_high", number(difference.high()));
        cells.put("difference_over_" + over + "_p", number(difference.p()));
        cells.put("difference_over_" + over + "_n", Integer.toString(difference.n()));
    }

    private static String number(double value) {
        return Double.isFinite(value) ? Double.toString(value) : "";
    }
}
