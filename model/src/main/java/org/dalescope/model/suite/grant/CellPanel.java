package org.dalescope.model.suite.grant;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.dalescope.model.analysis.selectivity.FactorTrials;
import org.dalescope.model.math.stats.FalseDiscoveryRate;
import org.dalescope.model.math.stats.WelchInterval;
import org.dalescope.model.session.Neuron;
import org.dalescope.model.session.NeuronType;
import org.dalescope.model.suite.grant.GrantSession.Cell;

/** Panel E: the selectivity of recorded E and I cells, from all trials, because no fit takes part in it. */
final class CellPanel {
    private static final double RATE = 0.05;

    private CellPanel() {}

    static List<Cell> of(List<Neuron> neurons, List<FactorTrials> factors) {
        List<double[][]> rates = factors.stream().map(FactorTrials::data).toList();
        List<Cell> cells = new ArrayList<>();
        for (int n = 0; n < neurons.size(); n++) {
            if (neurons.get(n).type() != NeuronType.UNKNOWN) {
                int column = n;
                List<FactorTrials.Index> indices = IntStream.range(0, factors.size())
                        .mapToObj(f -> factors.get(f).index(rates.get(f)[column]))
                        .toList();
                cells.add(new Cell(
                        neurons.get(n).id(),
                        neurons.get(n).type().letter(),
                        indices.stream().map(FactorTrials.Index::index).toList(),
                        indices.stream().map(FactorTrials.Index::chance).toList(),
                        indices.stream().map(FactorTrials.Index::p).toList()));
            }
        }
        return List.copyOf(cells);
    }

    /** The number of E cells that are selective for a factor, at a false discovery rate of 0.05 over E cells. */
    static int selective(List<Cell> cells, int factor) {
        double[] p = cells.stream()
                .filter(cell -> cell.type().equals(NeuronType.EXCITATORY.letter()))
                .mapToDouble(cell -> cell.p().get(factor))
                .toArray();
        return (int)
                Arrays.stream(FalseDiscoveryRate.q(p)).filter(q -> q <= RATE).count();
    }

    /** The mean selectivity beyond chance of E cells minus that of I cells, for every factor. */
    static List<PanelEvidence> evidence(List<Cell> cells, List<String> factors) {
        return IntStream.range(0, factors.size())
                .mapToObj(f -> {
                    double[] excitatory = excess(cells, NeuronType.EXCITATORY, f);
                    double[] inhibitory = excess(cells, NeuronType.INHIBITORY, f);
                    WelchInterval difference = WelchInterval.of(excitatory, inhibitory);
                    return new PanelEvidence(
                            GrantPanel.E,
                            factors.get(f),
                            0,
                            difference.difference(),
                            difference.low(),
                            difference.high(),
                            excitatory.length + " E and " + inhibitory.length + " I cells");
                })
                .toList();
    }

    private static double[] excess(List<Cell> cells, NeuronType type, int factor) {
        return cells.stream()
                .filter(cell -> cell.type().equals(type.letter()))
                .mapToDouble(cell ->
                        Math.abs(cell.index().get(factor)) - cell.chance().get(factor))
                .toArray();
    }
}
