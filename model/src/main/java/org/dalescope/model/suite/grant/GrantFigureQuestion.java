package org.dalescope.model.suite.grant;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.dalescope.model.analysis.circuit.ConditionAverages;
import org.dalescope.model.analysis.core.FittedCircuit;
import org.dalescope.model.analysis.selectivity.FactorTrials;
import org.dalescope.model.engine.RecurrentEngine;
import org.dalescope.model.session.NeuronType;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.split.Split;
import org.dalescope.model.suite.answer.ArmCircuits;
import org.dalescope.model.suite.grant.GrantSession.Cell;
import org.dalescope.model.suite.grant.GrantSession.InhibitedNeuron;
import org.dalescope.model.suite.plan.SuiteQuestion;
import org.dalescope.model.suite.results.SuiteResults;
import org.dalescope.model.suite.store.SuiteFolder;
import org.dalescope.model.suite.store.SuiteSession;
import org.dalescope.model.training.Fit;

/** Collects the panels of a finished suite 'grant-figure'. */
public final class GrantFigureQuestion {
    private static final List<String> PREFERRED = List.of("reward", "salience");
    private static final int FACTORS = 2;

    private final RecurrentEngine engine;

    private GrantFigureQuestion(RecurrentEngine engine) {
        this.engine = engine;
    }

    /** The fits of one session. */
    private record Fits(SuiteSession session, FittedCircuit all, FittedCircuit alone) {
        List<String> factors() {
            return FactorTrials.factors(all.fit(), all.trialIds());
        }
    }

    /**
     * The panels of every session whose arms are finished.
     *
     * @param sessions of the suite, with their splits
     */
    public static GrantFigure answer(
            SuiteFolder folder, SuiteResults results, List<SuiteSession> sessions, RecurrentEngine engine) {
        ArmCircuits arms = new ArmCircuits(folder, results);
        List<Fits> finished = sessions.stream()
                .filter(session -> arms.areComplete(SuiteQuestion.GRANT_FIGURE, session.folder()))
                .map(session -> new Fits(
                        session,
                        arms.sealed(session, results.suite().plan().base()).orElseThrow(),
                        arms.sealed(session, results.suite().arm(SuiteQuestion.E_ALONE))
                                .orElseThrow()))
                .toList();
        List<String> unanswered = new ArrayList<>(ArmCircuits.unanswered(results, SuiteQuestion.GRANT_FIGURE));
        List<String> wanted = results.suite().plan().factors();
        List<String> factors = wanted.isEmpty() ? common(finished) : wanted;
        List<GrantSession> answered = new ArrayList<>();
        for (Fits fits : finished) {
            List<String> there = fits.factors();
            List<String> missing =
                    factors.stream().filter(one -> !there.contains(one)).toList();
            if (factors.isEmpty() || !missing.isEmpty()) {
                unanswered.add(without(fits.session().session().name(), missing, there));
            } else {
                answered.add(new GrantFigureQuestion(engine).of(fits, factors));
            }
        }
        return new GrantFigure(factors, List.copyOf(answered), List.copyOf(unanswered));
    }

    private static String without(String session, List<String> missing, List<String> there) {
        String what = missing.isEmpty()
                ? "no factor that all sessions share has"
                : String.join(" and ", missing) + (missing.size() > 1 ? " have no" : " has no");
        String remedy = there.isEmpty()
                ? "seal more trials (data.test_share), or leave the session out."
                : "choose other factors with --factors from " + String.join(", ", there)
                        + ", or seal more trials (data.test_share).";
        return "In " + session + ", the figure has no numbers, because " + what
                + " two levels with at least 5 sealed trials: " + remedy;
    }

    /** Two factors of all sessions: reward and salience if they have them, otherwise the first ones. */
    private static List<String> common(List<Fits> finished) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        finished.forEach(fits -> fits.factors().forEach(factor -> counts.merge(factor, 1, Integer::sum)));
        List<String> shared = counts.keySet().stream()
                .filter(factor -> counts.getOrDefault(factor, 0) == finished.size())
                .toList();
        return shared.containsAll(PREFERRED)
                ? PREFERRED
                : shared.stream().limit(FACTORS).toList();
    }

    private GrantSession of(Fits fits, List<String> names) {
        Fit fit = fits.all().fit();
        Session session = fit.session();
        int[] sealed = fits.all().trialIds();
        int[] trials = everyTrial(fit.split());
        List<FactorTrials> factors = factors(fit, sealed, names);
        List<FactorTrials> overall = factors(fit, trials, names);
        List<InhibitedNeuron> inhibition = InhibitionPanel.of(fits.all(), factors, engine);
        LearnedPanel learned = new LearnedPanel(fits.all(), fits.alone(), factors, engine);
        SubspacePanel subspace = SubspacePanel.of(fits.all(), factors, engine);
        List<Cell> cells = CellPanel.of(session.neurons(), overall);
        List<PanelEvidence> evidence = new ArrayList<>(InhibitionPanel.evidence(inhibition, names));
        evidence.addAll(learned.evidence());
        evidence.addAll(subspace.evidence());
        evidence.addAll(CellPanel.evidence(cells, names));
        return new GrantSession(
                fits.session().folder(),
                session.name(),
                count(session, NeuronType.EXCITATORY),
                count(session, NeuronType.INHIBITORY),
                trials.length,
                sealed.length,
                fits.all().members().size(),
                FactorTrials.window(fit).name(),
                TaskPanel.of(ConditionAverages.of(fits.all(), trials)),
                inhibition,
                learned.units(),
                learned.courses(),
                subspace.shares(),
                subspace.refusal(),
                cells,
                evidence.stream()
                        .map(one -> one.withSelective(CellPanel.selective(cells, names.indexOf(one.factor()))))
                        .toList());
    }

    private static List<FactorTrials> factors(Fit fit, int[] trialIds, List<String> names) {
        return names.stream()
                .map(name -> FactorTrials.of(fit, trialIds, name).orElseThrow())
                .toList();
    }

    private static int[] everyTrial(Split split) {
        return IntStream.concat(
                        IntStream.of(split.train()),
                        IntStream.concat(IntStream.of(split.validation()), IntStream.of(split.test())))
                .toArray();
    }

    private static int count(Session session, NeuronType type) {
        return (int) session.neurons().stream()
                .filter(neuron -> neuron.type() == type)
                .count();
    }
}
