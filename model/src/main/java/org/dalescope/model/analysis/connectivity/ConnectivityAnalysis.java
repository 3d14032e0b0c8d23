package org.dalescope.model.analysis.connectivity;

import java.util.ArrayList;
import java.util.List;
import org.dalescope.model.analysis.circuit.ConditionAverages;
import org.dalescope.model.analysis.circuit.RecordedNeurons;
import org.dalescope.model.analysis.circuit.SeedStatistics;
import org.dalescope.model.analysis.circuit.UntrainedNetworks;
import org.dalescope.model.analysis.core.AnalysisResult;
import org.dalescope.model.analysis.core.FittedCircuit;
import org.dalescope.model.analysis.core.Statistic;
import org.dalescope.model.analysis.core.Table;
import org.dalescope.model.common.Finding;
import org.dalescope.model.common.Progress;
import org.dalescope.model.training.FittedNetwork;

/**
 * The analysis of the weights of fitted networks, compared with the initial weights and with the responses of the
 * recorded neurons.
 */
public final class ConnectivityAnalysis {
    private ConnectivityAnalysis() {}

    public static AnalysisResult of(FittedCircuit circuit, Progress watch) {
        List<FittedNetwork> members = circuit.members();
        List<FittedNetwork> untrained =
                members.stream().map(UntrainedNetworks::of).toList();
        watch.at(0.2);
        List<Statistic> statistics = new ArrayList<>();
        for (WeightMeasure measure : WeightMeasure.all()) {
            statistics.add(SeedStatistics.of(
                    measure.name(), measure.definition(), "", values(measure, members), values(measure, untrained)));
        }
        watch.at(0.5);
        RecordedWeights weights =
                RecordedWeights.of(RecordedNeurons.of(circuit.fit().session()), members);
        ConditionAverages rows = ConditionAverages.of(circuit);
        statistics.addAll(WeightSimilarity.of(weights, rows));
        watch.at(0.7);
        List<Table> tables =
                ConnectivityTables.all(members, ResponseSimilarity.spreadOverConditions(rows, weights.neurons()));
        statistics.addAll(WeightConsistency.statistics(weights));
        tables.add(WeightConsistency.table(weights));
        watch.at(1);
        return new AnalysisResult("connectivity", "Connectivity", statistics, tables, notes(members.size()));
    }

    private static double[] values(WeightMeasure measure, List<FittedNetwork> members) {
        return members.stream()
                .mapToDouble(member -> measure.of().applyAsDouble(member.network()))
                .toArray();
    }

    private static List<Finding> notes(int seeds) {
        Finding sign = Finding.notice(
                "sign-is-given",
                "Under Dale's law the sign of a weight agrees over seeds by construction. Compare instead whether the"
                        + " weight is above or below the mean of its block.");
        return seeds >= WeightConsistency.FEWEST_SEEDS
                ? List.of(sign)
                : List.of(
                        sign,
                        Finding.notice(
                                "few-seeds",
                                "At least " + WeightConsistency.FEWEST_SEEDS
                                        + " seeds are needed to find out which weights the data determine. Give the"
                                        + " runs of several seeds."));
    }
}
