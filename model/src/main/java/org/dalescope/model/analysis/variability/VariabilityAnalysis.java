package org.dalescope.model.analysis.variability;

import java.util.ArrayList;
import java.util.List;
import org.dalescope.model.analysis.AnalysisResult;
import org.dalescope.model.analysis.AnalysisWatch;
import org.dalescope.model.analysis.FittedCircuit;
import org.dalescope.model.analysis.Statistic;
import org.dalescope.model.engine.RecurrentEngine;
import org.dalescope.model.scoring.ScoredRates;
import org.dalescope.model.scoring.TrialMatch;
import org.dalescope.model.session.Mask;
import org.dalescope.model.session.Neuron;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.quality.Finding;

/** Trial-to-trial variability of data and model. Every network is looked at by itself: an average of networks scatters less. */
public final class VariabilityAnalysis {
    private static final int FEW = 50;

    private VariabilityAnalysis() {}

    public static AnalysisResult of(FittedCircuit circuit, RecurrentEngine engine, AnalysisWatch watch) {
        List<ScoredRates> each = new ArrayList<>();
        for (var member : circuit.members()) {
            each.add(circuit.rates(member, engine));
            watch.at(0.3 * each.size() / circuit.members().size());
        }
        return of(circuit.fit().session(), circuit.fit().mask(), each, watch);
    }

    static AnalysisResult of(Session session, Mask mask, List<ScoredRates> each, AnalysisWatch watch) {
        List<Neuron> neurons = session.neurons();
        Scatter scatter = Scatter.of(session, mask, each);
        WithinCondition data = scatter.dataMoments();
        List<WithinCondition> models = scatter.modelMoments();
        FanoFactors fano = FanoFactors.of(neurons, data, models);
        NoiseCorrelations noise = new NoiseCorrelations(Pairs.of(neurons), data, models);
        List<Statistic> statistics =
                new ArrayList<>(fano.statistics(scatter.standardError(moments -> Defined.mean(moments.fano()))));
        watch.at(0.5);
        statistics.addAll(noise.statistics(scatter.standardError(noise::meanOf)));
        watch.at(0.7);
        MatchedTrials matched = new MatchedTrials(each.stream()
                .map(rates -> TrialMatch.of(session, mask, rates, neuron -> true))
                .toList());
        statistics.addAll(matched.statistics());
        watch.at(1);
        return new AnalysisResult(
                "variability",
                "Trial-to-trial variability",
                statistics,
                List.of(fano.table(), noise.table(), matched.table()),
                notes(session, data));
    }

    private static List<Finding> notes(Session session, WithinCondition data) {
        List<Finding> notes = new ArrayList<>();
        if (data.degreesOfFreedom() < FEW) {
            notes.add(Finding.warning(
                    "few-repeats",
                    "Only " + data.degreesOfFreedom()
                            + " repeats of a condition and window are left within conditions (50 are few): look at the training"
                            + " trials (--partition train) or group the factors."));
        }
        double length =
                WindowCounts.binsPerWindow(session.time()) * session.time().binMs();
        if (Math.abs(length - WindowCounts.WINDOW_MS) > 1e-9) {
            notes.add(Finding.notice(
                    "window-rounded", "Windows of 250 ms are whole bins here and last " + length + " ms."));
        }
        return notes;
    }
}
