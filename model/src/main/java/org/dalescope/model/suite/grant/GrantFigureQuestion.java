package org.dalescope.model.suite.grant;

import java.util.ArrayList;
import java.util.List;
import org.dalescope.model.analysis.circuit.ConditionAverages;
import org.dalescope.model.analysis.core.FittedCircuit;
import org.dalescope.model.analysis.selectivity.FactorTrials;
import org.dalescope.model.common.InputError;
import org.dalescope.model.engine.RecurrentEngine;
import org.dalescope.model.session.NeuronType;
import org.dalescope.model.session.Session;
import org.dalescope.model.suite.answer.ArmCircuits;
import org.dalescope.model.suite.grant.GrantSession.Cell;
import org.dalescope.model.suite.grant.GrantSession.InhibitedNeuron;
import org.dalescope.model.suite.plan.SuitePlan;
import org.dalescope.model.suite.plan.SuiteQuestion;
import org.dalescope.model.suite.results.SuiteResults;
import org.dalescope.model.suite.store.SuiteFolder;
import org.dalescope.model.suite.store.SuiteSession;
import org.dalescope.model.training.Fit;

/** Collects the panels of a finished suite 'grant-figure'. */
public final class GrantFigureQuestion {
    private final RecurrentEngine engine;

    private GrantFigureQuestion(RecurrentEngine engine) {
        this.engine = engine;
    }

    /** The fits of one session. */
    private record Fits(SuiteSession session, FittedCircuit all, FittedCircuit alone) {}

    /**
     * The panels of every session whose arms are finished.
     *
     * @param sessions of the suite, with their splits
     * @throws InputError if a session lacks a factor of the plan
     */
    public static GrantFigure answer(
            SuiteFolder folder, SuiteResults results, List<SuiteSession> sessions, RecurrentEngine engine) {
        ArmCircuits arms = new ArmCircuits(folder, results);
        SuitePlan plan = results.suite().plan();
        List<String> factors = GrantFactors.of(plan, sessions);
        List<GrantSession> answered = sessions.stream()
                .filter(session -> arms.areComplete(SuiteQuestion.GRANT_FIGURE, session.folder()))
                .map(session -> new Fits(
                        session,
                        arms.sealed(session, plan.base()).orElseThrow(),
                        arms.sealed(session, results.suite().arm(SuiteQuestion.E_ALONE))
                                .orElseThrow()))
                .map(fits -> new GrantFigureQuestion(engine).of(fits, factors))
                .toList();
        return new GrantFigure(factors, answered, ArmCircuits.unanswered(results, SuiteQuestion.GRANT_FIGURE));
    }

    private GrantSession of(Fits fits, List<String> names) {
        Fit fit = fits.all().fit();
        Session session = fit.session();
        int[] sealed = fits.all().trialIds();
        int[] trials = GrantFactors.everyTrial(fit.split());
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
                fit.configuration().network().dale(),
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

    private static int count(Session session, NeuronType type) {
        return (int) session.neurons().stream()
                .filter(neuron -> neuron.type() == type)
                .count();
    }
}
