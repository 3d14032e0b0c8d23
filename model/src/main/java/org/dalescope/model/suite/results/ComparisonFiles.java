package org.dalescope.model.suite.results;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dalescope.model.common.io.AtomicFile;
import org.dalescope.model.common.io.CsvText;
import org.dalescope.model.run.store.ScoresJson;
import org.dalescope.model.scoring.CeilingShare;
import org.dalescope.model.suite.store.SuiteFolder;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes the comparison files of a suite, {@code comparison.json} and {@code comparison.csv}, with one row per session
 * and arm. Undefined values are null or empty.
 */
public final class ComparisonFiles {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private ComparisonFiles() {}

    public static void write(SuiteFolder folder, SuiteResults results) {
        AtomicFile.write(
                folder.comparisonJson(),
                MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(json(results)) + "\n");
        AtomicFile.write(folder.comparisonCsv(), csv(SuiteComparison.of(results)));
    }

    /** The comparison as JSON, as printed by {@code suite --json}. */
    public static ObjectNode json(SuiteResults results) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("suite", results.suite().plan().name());
        root.put("partition", "validation");
        root.put("interval", "Student's 95 % interval of the mean paired difference to the base");
        root.put("p", "two-sided, sign flips of the paired differences");
        root.put("fits", results.fits().size());
        root.put("failed", results.failures().size());
        ArrayNode sessions = root.putArray("sessions");
        SuiteComparison.of(results).forEach(comparison -> sessions.add(session(comparison)));
        return root;
    }

    private static ObjectNode session(SuiteComparison comparison) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("session", comparison.session());
        number(node, "ceiling_training_psth", comparison.ceilingTrainingPsth());
        number(node, "ceiling_split_half", comparison.ceilingSplitHalf());
        ArrayNode arms = node.putArray("arms");
        comparison.arms().forEach(arm -> arms.add(arm(arm, comparison.base())));
        ArrayNode pairs = node.putArray("pairs");
        comparison.pairs().forEach(pair -> {
            ObjectNode both = pairs.addObject();
            both.put("first", pair.first().name());
            both.put("second", pair.second().name());
            difference(both, "difference_over_seeds", pair.overSeeds());
            both.put("verdict_on_first", pair.verdict().words());
        });
        ArrayNode findings = node.putArray("findings");
        comparison.findings().forEach(finding -> findings.add(ScoresJson.finding(finding)));
        return node;
    }

    private static ObjectNode arm(ArmComparison row, ArmComparison base) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("arm", row.arm().name());
        node.put("group", row.arm().group());
        ObjectNode changes = node.putObject("changes");
        row.arm().changesFrom(base.arm().configuration()).forEach(changes::put);
        ArrayNode seeds = node.putArray("seeds");
        row.seeds().forEach(seeds::add);
        row.scores().forEach((kind, spread) -> spread(node, kind.key(), spread));
        spread(node, "share_of_training_psth", row.shareOfTraining());
        spread(node, "normalised", row.normalised());
        ObjectNode ensemble = node.putObject("ensemble");
        row.ensemble().forEach((kind, value) -> number(ensemble, kind.key(), value));
        number(ensemble, "share_of_training_psth", row.ensembleShare());
        if (!row.seeds().isEmpty() && Double.isNaN(row.shareOfTraining().mean())) {
            node.put("share_of_training_psth_reason", CeilingShare.REASON);
        }
        difference(node, "difference_over_seeds", row.overSeeds());
        difference(node, "difference_over_neurons", row.overNeurons());
        node.put("verdict", row.verdict().words());
        number(node, "converged_epoch", row.convergedEpoch());
        number(node, "converged_seconds", row.convergedSeconds());
        number(node, "seconds", row.seconds());
        spread(node, "tau_e_ms", row.tauE());
        spread(node, "tau_i_ms", row.tauI());
        spread(node, "mean_rate", row.meanRate());
        ArrayNode implausible = node.putArray("implausible_seeds");
        row.implausible().forEach(implausible::add);
        ObjectNode failures = node.putObject("failures");
        row.failures().forEach((seed, reason) -> failures.put(Long.toString(seed), reason));
        ObjectNode warnings = node.putObject("warnings");
        row.warnings().forEach(warnings::put);
        return node;
    }

    private static void spread(ObjectNode parent, String name, ScoreSpread spread) {
        ObjectNode node = parent.putObject(name);
        number(node, "mean", spread.mean());
        number(node, "sd", spread.sd());
        ArrayNode values = node.putArray("by_seed");
        spread.values().forEach(values::add);
    }

    private static void difference(ObjectNode parent, String name, PairedDifference difference) {
        ObjectNode node = parent.putObject(name);
        node.put("n", difference.n());
        number(node, "mean", difference.mean());
        number(node, "low", difference.low());
        number(node, "high", difference.high());
        number(node, "p", difference.p());
    }

    private static void number(ObjectNode node, String name, double value) {
        if (Double.isFinite(value)) {
            node.put(name, value);
        } else {
            node.putNull(name);
        }
    }

    /** The comparison as a CSV table. */
    static String csv(List<SuiteComparison> comparisons) {
        List<String> lines = new ArrayList<>();
        for (SuiteComparison comparison : comparisons) {
            for (ArmComparison arm : comparison.arms()) {
                Map<String, String> cells = ComparisonColumns.of(comparison, arm);
                if (lines.isEmpty()) {
                    lines.add(String.join(",", cells.keySet()));
                }
                lines.add(cells.values().stream().map(CsvText::quoted).collect(Collectors.joining(",")));
            }
        }
        return String.join("\n", lines) + "\n";
    }
}
