package org.dalescope.model.analysis.variability;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.dalescope.model.analysis.core.AnalysisResult;
import org.dalescope.model.analysis.core.FittedCircuit;
import org.dalescope.model.analysis.core.Statistic;
import org.dalescope.model.analysis.core.Table;
import org.dalescope.model.common.Finding;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.Progress;
import org.dalescope.model.engine.RecurrentEngine;
import org.dalescope.model.math.stats.Descriptive;
import org.dalescope.model.scoring.ModelRates;
import org.dalescope.model.scoring.TrialMatchScore;
import org.dalescope.model.session.Mask;
import org.dalescope.model.session.Neuron;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.SessionSource;
import org.dalescope.model.training.FittedNetwork;
import org.dalescope.model.training.ScoringTransportPlan;
import org.dalescope.model.training.loss.TransportPlan;

/**
 * The analysis of trial-to-trial variability in data and model. Every network is analysed separately, because an
 * average of networks varies less.
 */
public final class VariabilityAnalysis {
    private static final int FEW = 50;

    private static final String NAME = "variability";
    private static final String TITLE = "Trial-to-trial variability";

    private VariabilityAnalysis() {}

    public static AnalysisResult of(FittedCircuit circuit, RecurrentEngine engine, Progress watch) {
        if (circuit.fit().session().source().isAveraged()) {
            return new AnalysisResult(
                    NAME,
                    TITLE,
                    List.of(),
                    List.of(),
                    List.of(Finding.notice("averages", "Not applicable: " + SessionSource.AVERAGED + ".")));
        }
        List<ModelRates> each = new ArrayList<>();
        for (var member : circuit.members()) {
            each.add(circuit.rates(member, engine));
            watch.at(0.3 * each.size() / circuit.members().size());
        }
        FittedNetwork first = circuit.members().getFirst();
        return of(
                circuit.fit().session(),
                circuit.fit().mask(),
                each,
                rates -> ScoringTransportPlan.of(first.fit(), rates, engine.workers()),
                watch);
    }

    /**
     * Analyses the variability of given rates of the networks.
     *
     * @param plan gives the transport plan of the first network; may throw an {@link InputError}, which becomes a note
     */
    static AnalysisResult of(
            Session session,
            Mask mask,
            List<ModelRates> each,
            Function<ModelRates, TransportPlan> plan,
            Progress watch) {
        List<Neuron> neurons = session.neurons();
        CountVariability scatter = CountVariability.of(session, mask, each);
        WithinConditionMoments data = scatter.dataMoments();
        List<WithinConditionMoments> models = scatter.modelMoments();
        FanoFactors fano = FanoFactors.of(neurons, data, models);
        NoiseCorrelations noise = new NoiseCorrelations(NeuronIdPairs.of(neurons), data, models);
        List<Statistic> statistics = new ArrayList<>(
                fano.statistics(scatter.standardError(moments -> Descriptive.meanOfFinite(moments.fano()))));
        watch.at(0.5);
        statistics.addAll(noise.statistics(scatter.standardError(noise::meanOf)));
        watch.at(0.7);
        MatchedTrials matched = new MatchedTrials(each.stream()
                .map(rates -> TrialMatchScore.of(session, mask, rates, neuron -> true))
                .toList());
        statistics.addAll(matched.statistics());
        watch.at(0.9);
        List<Table> tables = new ArrayList<>(
                List.of(fano.table(), noise.table(), matched.table(), matched.activity(session.time())));
        List<Finding> notes = new ArrayList<>(notes(session, data));
        try {
            tables.add(matched.plan(
                    plan.apply(each.getFirst()).plan(), each.getFirst().trialIds()));
        } catch (InputError refusal) {
            notes.add(Finding.notice("no-plan", "The transport plan is not available: " + refusal.sentence()));
        }
        watch.at(1);
        return new AnalysisResult(NAME, TITLE, statistics, List.copyOf(tables), List.copyOf(notes));
    }

    private static List<Finding> notes(Session session, WithinConditionMoments data) {
        List<Finding> notes = new ArrayList<>();
        if (data.degreesOfFreedom() < FEW) {
            notes.add(Finding.warning(
                    "few-repeats",
                    "There are only " + data.degreesOfFreedom()
                            + " degrees of freedom within conditions and windows, fewer than 50, so these statistics"
                            + " are unreliable. Use the training trials (--partition train)."));
        }
        double length =
                SpikeCountWindows.binsPerWindow(session.time()) * session.time().binMs();
        if (Math.abs(length - SpikeCountWindows.WINDOW_MS) > 1e-9) {
            notes.add(Finding.notice(
                    "window-rounded", "Windows of 250 ms are rounded to whole bins, so they last " + length + " ms."));
        }
        return notes;
    }
}
