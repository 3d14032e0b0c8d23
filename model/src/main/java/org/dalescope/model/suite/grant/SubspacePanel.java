package org.dalescope.model.suite.grant;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dalescope.model.analysis.circuit.ConditionAverages;
import org.dalescope.model.analysis.circuit.RecordedNeurons;
import org.dalescope.model.analysis.core.ConfidenceIntervals;
import org.dalescope.model.analysis.core.FittedCircuit;
import org.dalescope.model.analysis.core.Statistic.Uncertainty;
import org.dalescope.model.analysis.population.InputSubspace;
import org.dalescope.model.analysis.selectivity.FactorTrials;
import org.dalescope.model.common.InputError;
import org.dalescope.model.engine.RecurrentEngine;
import org.dalescope.model.scoring.ModelRates;
import org.dalescope.model.session.Session;
import org.dalescope.model.suite.grant.GrantSession.SubspaceShare;

/**
 * Panel D: the share of a factor's variance in the directions of activity that follow the inputs. The directions are
 * from training trials, the variance from sealed ones.
 *
 * @param shares empty if the panel is refused
 * @param refusal why; empty if it is not
 */
record SubspacePanel(List<SubspaceShare> shares, String refusal) {
    static SubspacePanel of(FittedCircuit circuit, List<FactorTrials> factors, RecurrentEngine engine) {
        RecordedNeurons neurons = RecordedNeurons.of(circuit.fit().session());
        InputSubspace subspace;
        try {
            subspace = InputSubspace.of(
                    ConditionAverages.of(circuit, circuit.fit().split().train()), neurons);
        } catch (InputError refusal) {
            return new SubspacePanel(List.of(), refusal.sentence());
        }
        Session session = circuit.fit().session();
        ModelRates mean = ModelRates.mean(circuit.members().stream().map(member -> circuit.rates(member, engine)));
        Map<Integer, Integer> rowOf = new HashMap<>();
        int[] positions = session.positions(mean.trialIds());
        IntStream.range(0, positions.length).forEach(row -> rowOf.put(positions[row], row));
        List<SubspaceShare> shares = new ArrayList<>();
        for (FactorTrials factor : factors) {
            shares.add(share("data", factor, subspace, subspace.share(factor, neurons, session::rate)));
            InputSubspace.Share ofNetworks = subspace.share(
                    factor, neurons, (position, bin, neuron) -> mean.rate(row(rowOf, position), bin, neuron));
            shares.add(share("networks", factor, subspace, ofNetworks));
        }
        return new SubspacePanel(List.copyOf(shares), "");
    }

    private static int row(Map<Integer, Integer> rowOf, int position) {
        return Optional.ofNullable(rowOf.get(position)).orElseThrow();
    }

    private static SubspaceShare share(
            String of, FactorTrials factor, InputSubspace subspace, InputSubspace.Share share) {
        return new SubspaceShare(
                of,
                factor.factor(),
                subspace.size(),
                share.share(),
                share.error(),
                share.random(),
                share.low(),
                share.high());
    }

    /**
     * The share of the data beyond that of random subspaces. The interval has both the range of the random subspaces
     * and the error over trials.
     */
    List<PanelEvidence> evidence() {
        return shares.stream()
                .filter(share -> share.of().equals("data"))
                .map(share -> {
                    Uncertainty overTrials = ConfidenceIntervals.overTrials(share.potent(), share.error());
                    return new PanelEvidence(
                            GrantPanel.D,
                            share.factor(),
                            0,
                            share.potent() - share.random(),
                            overTrials.low() - share.high(),
                            overTrials.high() - share.low(),
                            InputSubspace.DRAWS + " random subspaces, and trials");
                })
                .toList();
    }
}
