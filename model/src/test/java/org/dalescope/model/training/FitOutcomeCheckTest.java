package org.dalescope.model.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.dalescope.model.SmallSessions;
import org.dalescope.model.common.Finding;
import org.dalescope.model.engine.fused.FusedEngine;
import org.dalescope.model.session.Session;
import org.dalescope.model.settings.Configuration;
import org.dalescope.model.settings.Preset;
import org.junit.jupiter.api.Test;

class FitOutcomeCheckTest {
    private static Configuration configuration() {
        return Preset.named("psth-shape")
                .configuration()
                .with("training.epochs", "3")
                .with("training.trials_per_step", "0.5");
    }

    private static List<Finding> findings(Session session, Configuration configuration) {
        Fit fit = Fit.of(session, Fit.defaultSplit(session, configuration), configuration, 3);
        try (FusedEngine engine = new FusedEngine(1)) {
            Trainer trainer = new Trainer(fit, engine);
            double[] start = trainer.start().raw();
            FitState end =
                    trainer.run(trainer.start(), new FitControl(), _ -> {}).state();
            return FitOutcomeCheck.of(fit, start, end);
        }
    }

    /** The small session ends before most of its inputs begin. */
    private static List<Finding> butChannels(List<Finding> findings) {
        return findings.stream().filter(f -> !f.code().equals("dead-channel")).toList();
    }

    @Test
    void aSoundFitHasNone() {
        assertEquals(List.of(), butChannels(findings(SmallSessions.small(), configuration())));
    }

    @Test
    void aChannelThatIsAlwaysZeroIsNamed() {
        Session session = SmallSessions.small();
        String fixation = session.channels().getFirst().name();
        List<Finding> before = findings(session, configuration());
        assertFalse(before.getLast().text().contains(fixation), before.toString());
        float[] inputs = session.inputs().clone();
        for (int i = 0; i < inputs.length; i += session.channels().size()) {
            inputs[i] = 0;
        }
        Finding finding = findings(SmallSessions.withInputs(session, inputs), configuration())
                .getLast();
        assertEquals("dead-channel", finding.code());
        assertTrue(finding.text().startsWith("Input " + fixation + ", "), finding.text());
    }

    @Test
    void aTimeConstantThatStaysAtItsBoundIsReported() {
        Configuration stuck = configuration()
                .with("network.tau.learned", "population")
                .with("network.tau.initial_e", "199.5")
                .with("network.tau.learning_rate", "0.0001");
        List<Finding> findings = butChannels(findings(SmallSessions.small(), stuck));
        assertEquals(
                List.of("tau-at-bound"), findings.stream().map(Finding::code).toList());
        assertTrue(
                findings.getFirst().text().contains("8 of 10 units"),
                findings.getFirst().text());
    }

    @Test
    void aPlanThatDoesNotConvergeIsReportedWithItsError() {
        Configuration hasty = configuration()
                .with("loss.trial.epsilon", "0.001")
                .with("loss.trial.iterations", "1")
                .with("loss.trial.tolerance", "0");
        List<Finding> findings = butChannels(findings(SmallSessions.small(), hasty));
        assertEquals(
                List.of("transport-unconverged"),
                findings.stream().map(Finding::code).toList());
        assertTrue(
                findings.getFirst().text().contains("3 of 3 epochs"),
                findings.getFirst().text());
    }

    @Test
    void lossesWithoutPullOrAgainstEachOtherAreReportedWhereTheyAreSoInEveryEpoch() {
        assertEquals(List.of("gradients-opposed"), codes(16, 16, 16));
        assertEquals(List.of(), codes(16, 0, 16));
        assertEquals(List.of("gradient-zero", "gradient-zero"), codes(12, 12, 12));
    }

    private static List<String> codes(int... flags) {
        Session session = SmallSessions.small();
        Configuration configuration = configuration();
        Fit fit = Fit.of(session, Fit.defaultSplit(session, configuration), configuration, 3);
        try (FusedEngine engine = new FusedEngine(1)) {
            Trainer trainer = new Trainer(fit, engine);
            FitState run =
                    trainer.run(trainer.start(), new FitControl(), _ -> {}).state();
            List<EpochRecord> history = IntStream.range(0, flags.length)
                    .mapToObj(i -> withFlags(run.history().get(i), flags[i]))
                    .toList();
            FitState seen = new FitState(
                    run.epoch(),
                    run.step(),
                    run.raw(),
                    run.adam(),
                    run.plateau(),
                    run.means(),
                    run.recovery(),
                    run.bestEpoch(),
                    run.bestScore(),
                    run.bestRaw(),
                    history,
                    run.tauMs());
            return butChannels(FitOutcomeCheck.of(fit, trainer.start().raw(), seen)).stream()
                    .map(Finding::code)
                    .toList();
        }
    }

    private static EpochRecord withFlags(EpochRecord e, int flags) {
        return new EpochRecord(
                e.epoch(),
                e.loss(),
                e.lNeuron(),
                e.lTrial(),
                e.lReg(),
                e.lActivity(),
                e.gradNormNeuron(),
                e.gradNormTrial(),
                e.gradCosine(),
                e.learningRate(),
                e.trainPsthR(),
                e.validationPsthR(),
                e.validationPsthRRaw(),
                e.tauE(),
                e.tauI(),
                e.ms(),
                e.validationLoss(),
                e.transportError(),
                e.effectiveMatches(),
                flags,
                e.lOutput());
    }
}
