package org.dalescope.model.suite.emergence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dalescope.model.analysis.core.FittedCircuit;
import org.dalescope.model.analysis.selectivity.EmergentSummary;
import org.dalescope.model.engine.RecurrentEngine;
import org.dalescope.model.math.stats.Correlation;
import org.dalescope.model.network.Network;
import org.dalescope.model.network.UnitMap;
import org.dalescope.model.scoring.ComparedScore;
import org.dalescope.model.scoring.ComparedScores;
import org.dalescope.model.scoring.ComparedScores.Values;
import org.dalescope.model.scoring.ModelRates;
import org.dalescope.model.scoring.NeuronGroup;
import org.dalescope.model.scoring.rival.ScoreDifference;
import org.dalescope.model.suite.answer.ArmCircuits;
import org.dalescope.model.suite.plan.Arm;
import org.dalescope.model.suite.plan.SuiteQuestion;
import org.dalescope.model.suite.results.SuiteResults;
import org.dalescope.model.suite.store.SuiteFolder;
import org.dalescope.model.suite.store.SuiteSession;
import org.dalescope.model.training.Fit;

/** Collects the evidence of a finished suite 'emergence' on its sealed trials. */
public final class EmergenceQuestion {
    private static final int BITS = ComparedScores.index(ComparedScore.BITS_PER_SPIKE, NeuronGroup.ALL);

    private final ArmCircuits arms;
    private final SuiteResults results;
    private final RecurrentEngine engine;

    private EmergenceQuestion(SuiteFolder folder, SuiteResults results, RecurrentEngine engine) {
        this.arms = new ArmCircuits(folder, results);
        this.results = results;
        this.engine = engine;
    }

    /**
     * The evidence of every session whose arms the answer needs are finished.
     *
     * @param sessions of the suite, with their splits
     */
    public static List<SessionEmergence> answer(
            SuiteFolder folder, SuiteResults results, List<SuiteSession> sessions, RecurrentEngine engine) {
        EmergenceQuestion question = new EmergenceQuestion(folder, results, engine);
        return sessions.stream()
                .flatMap(session -> question.of(session).stream())
                .toList();
    }

    private Optional<SessionEmergence> of(SuiteSession session) {
        if (!arms.areComplete(SuiteQuestion.EMERGENCE, session.folder())) {
            return Optional.empty();
        }
        Map<String, FittedCircuit> circuits = new LinkedHashMap<>();
        for (Arm arm : results.suite().plan().arms()) {
            arms.sealed(session, arm).ifPresent(circuit -> circuits.put(arm.name(), circuit));
        }
        Map<String, List<Values>> withoutEach = new LinkedHashMap<>();
        circuits.forEach((arm, circuit) -> withoutEach.put(arm, scores(circuit)));
        Map<String, List<EmergentSummary>> factors = new LinkedHashMap<>();
        circuits.forEach((arm, circuit) -> {
            boolean recurrent = !arm.equals(SuiteQuestion.RESTRICTED_CUT) && !arm.equals(SuiteQuestion.ALL_CUT);
            if (recurrent && isRestricted(circuit)) {
                Optional<FittedCircuit> refitted = arm.equals(SuiteQuestion.RESTRICTED)
                        ? Optional.of(of(circuits, SuiteQuestion.RESTRICTED_CUT))
                        : Optional.empty();
                factors.put(arm, EmergentSummary.of(circuit, refitted, engine));
            }
        });
        return Optional.of(evidence(
                session, of(circuits, Arm.BASE), of(circuits, SuiteQuestion.RESTRICTED), withoutEach, factors));
    }

    private static FittedCircuit of(Map<String, FittedCircuit> circuits, String arm) {
        return Optional.ofNullable(circuits.get(arm)).orElseThrow();
    }

    /** Whether some neuron lacks an input of the session that others get. */
    private static boolean isRestricted(FittedCircuit circuit) {
        var inputs = circuit.fit().inputs();
        UnitMap units = circuit.fit().parameterisation().spec().units();
        for (int channel = 0; channel < inputs.channels().size(); channel++) {
            int driven = 0;
            for (int unit : units.recordedUnit()) {
                driven += inputs.drives(unit, channel) ? 1 : 0;
            }
            if (driven > 0 && driven < units.recorded()) {
                return true;
            }
        }
        return false;
    }

    private SessionEmergence evidence(
            SuiteSession session,
            FittedCircuit base,
            FittedCircuit restricted,
            Map<String, List<Values>> withoutEach,
            Map<String, List<EmergentSummary>> factors) {
        Map<String, Values> scores = new LinkedHashMap<>();
        withoutEach.forEach((arm, values) -> scores.put(arm, values.getLast()));
        double score = bits(scores, Arm.BASE);
        EmergenceScores deciding = new EmergenceScores(
                score,
                bits(withoutEach, Arm.BASE, SuiteQuestion.ALL_CUT),
                bits(withoutEach, SuiteQuestion.RESTRICTED, SuiteQuestion.ALL_CUT),
                bits(withoutEach, SuiteQuestion.RESTRICTED, Arm.BASE),
                bits(scores, SuiteQuestion.RESTRICTED) / score);
        List<EmergentSummary> emergent = factors.getOrDefault(SuiteQuestion.RESTRICTED, List.of());
        double agreement = weightAgreement(restricted);
        EmergenceVerdict verdict =
                EmergenceVerdict.of(deciding, emergent.stream().anyMatch(one -> one.emergent() > 0));
        return new SessionEmergence(
                session.folder(),
                session.session().name(),
                base.trialIds().length,
                base.fit().session().neurons().size(),
                restricted.members().size(),
                scores,
                deciding,
                factors,
                agreement,
                verdict,
                EmergenceCriteria.of(deciding, emergent, agreement));
    }

    private static double bits(Map<String, Values> scores, String arm) {
        return Optional.ofNullable(scores.get(arm))
                .map(values -> values.of(ComparedScore.BITS_PER_SPIKE, NeuronGroup.ALL))
                .orElse(Double.NaN);
    }

    private static ScoreDifference bits(Map<String, List<Values>> scores, String one, String other) {
        return ScoreDifference.between(scores.getOrDefault(one, List.of()), scores.getOrDefault(other, List.of()))
                .get(BITS);
    }

    private List<Values> scores(FittedCircuit circuit) {
        ModelRates mean = ModelRates.mean(circuit.members().stream().map(member -> circuit.rates(member, engine)));
        Fit fit = circuit.fit();
        return new ComparedScores(fit.session(), fit.mask(), mean).withoutEach(engine.workers());
    }

    /** Pearson's r of the weights from recorded I to recorded E neurons, mean over pairs of seeds. */
    private static double weightAgreement(FittedCircuit circuit) {
        return Correlation.meanOverPairs(circuit.members().stream()
                .map(member -> inhibitory(member.network()))
                .toList());
    }

    private static double[] inhibitory(Network network) {
        UnitMap units = network.units();
        List<Double> weights = new ArrayList<>();
        for (int to : units.recordedUnit()) {
            for (int from : units.recordedUnit()) {
                if (units.isExcitatory(to) && units.isInhibitory(from)) {
                    weights.add(network.w()[to * network.size() + from]);
                }
            }
        }
        return weights.stream().mapToDouble(w -> w).toArray();
    }
}
