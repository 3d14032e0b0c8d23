package org.dalescope.model.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.dalescope.model.common.CancelledException;
import org.dalescope.model.common.InputError;
import org.dalescope.model.engine.RecurrentEngine;
import org.dalescope.model.engine.choice.EngineFactory;
import org.dalescope.model.engine.choice.EngineRequest;
import org.dalescope.model.run.evaluation.Evaluation;
import org.dalescope.model.run.execution.FitRun;
import org.dalescope.model.run.store.RunDescription;
import org.dalescope.model.run.store.RunFolder;
import org.dalescope.model.run.store.RunNetworks;
import org.dalescope.model.scoring.ComparedScore;
import org.dalescope.model.scoring.ComparedScores.Values;
import org.dalescope.model.scoring.NeuronGroup;
import org.dalescope.model.scoring.rival.Rival;
import org.dalescope.model.scoring.rival.ScoreDifference;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.split.Partition;
import org.dalescope.model.session.synthetic.SyntheticSession;
import org.dalescope.model.session.synthetic.SyntheticSettings;
import org.dalescope.model.settings.Configuration;
import org.dalescope.model.training.EpochSnapshot;
import org.dalescope.model.training.Fit;
import org.dalescope.model.training.FitControl;
import org.dalescope.model.training.FittedNetwork;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JudgeTest {
    private final Session session = SyntheticSession.of(new SyntheticSettings(4, 2, 90, 20, 25, 0, 3));
    private final Configuration configuration = Configuration.defaults()
            .with("training.trials_per_step", "0.5")
            .with("training.epochs", "4")
            .with("training.warmup_epochs", "1");

    @TempDir
    private Path folder = Path.of("");

    @AutoClose
    private final RecurrentEngine engine = EngineFactory.open(
            new EngineRequest(EngineRequest.Kind.FUSED, "cpu", 1),
            Fit.of(session, Fit.sealedFolds(session, configuration, 3).getFirst(), configuration, 1)
                    .workload(),
            note -> {});

    private JudgeRequest request(String name, Configuration settings, JudgedNetwork... networks) {
        return new JudgeRequest(
                session, settings, 3, List.of(1L, 2L), List.of(networks), "default", folder.resolve(name), "judge");
    }

    private static class Steps implements JudgeListener {
        private final List<String> fits = new ArrayList<>();

        @Override
        public void started(int fit, int all, JudgedNetwork network, int fold, long seed) {
            fits.add(fit + " of " + all + " " + network.key() + " " + fold + " " + seed);
        }

        @Override
        public void epoch(EpochSnapshot snapshot) {
            assertTrue(snapshot.record().epoch() > 0);
        }

        @Override
        public void expected(double seconds) {
            assertTrue(seconds > 0);
        }

        @Override
        public void note(String sentence) {
            throw new AssertionError(sentence);
        }
    }

    /** The scores are the means over folds of what 'evaluate' gives for the fold's networks on its sealed trials. */
    @Test
    void scoresAreTheMeansOfTheFoldsTestScores() {
        Steps steps = new Steps();
        JudgeRequest request = request("a", configuration, JudgedNetwork.CONFIGURED, JudgedNetwork.WITHOUT_RECURRENCE);
        Judgement judgement = Judge.run(request, engine, new FitControl(), steps);
        assertEquals(12, steps.fits.size());
        assertEquals("12 of 12 without_recurrence 3 2", steps.fits.getLast());
        assertEquals(90, judgement.trials());
        List<Evaluation> evaluations = IntStream.rangeClosed(1, 3)
                .mapToObj(fold -> Evaluation.of(members(fold), Partition.TEST, engine))
                .toList();
        for (ComparedScore score : ComparedScore.values()) {
            for (NeuronGroup group : NeuronGroup.values()) {
                double want = evaluations.stream()
                        .mapToDouble(e -> e.compared().of(score, group))
                        .average()
                        .orElseThrow();
                assertEquals(want, judgement.network().values().of(score, group), 1e-12, score + " " + group);
            }
        }
        JudgedScores linear = judgement.other(Rival.LINEAR_MODEL.key()).orElseThrow();
        List<ScoreDifference> apart = evaluations.stream()
                .map(e -> e.rivals().getLast().difference(ComparedScore.BITS_PER_SPIKE, NeuronGroup.ALL))
                .toList();
        ScoreDifference got = linear.difference(ComparedScore.BITS_PER_SPIKE, NeuronGroup.ALL);
        assertEquals(
                apart.stream().mapToDouble(ScoreDifference::value).average().orElseThrow(), got.value(), 1e-12);
        double squares = apart.stream()
                .mapToDouble(d -> d.standardError() * d.standardError())
                .sum();
        assertEquals(Math.sqrt(squares) / 3, got.standardError(), 1e-12);
        assertEquals(1, RunDescription.read(run(1, 1)).testOpened());
        Judgement again = Judge.run(request, engine, new FitControl(), new Steps());
        assertEquals(judgement.network().values(), again.network().values(), "finished fits are read again");
        InputError other = assertThrows(
                InputError.class,
                () -> Judge.run(
                        request("a", configuration.with("loss.l2", "0.25"), JudgedNetwork.CONFIGURED),
                        engine,
                        new FitControl(),
                        new Steps()));
        assertTrue(other.sentence().contains("holds another judgement"), other.sentence());
    }

    private RunFolder run(int fold, long seed) {
        return RunFolder.existing(folder.resolve("a").resolve("fold-" + fold).resolve("network-seed-" + seed));
    }

    private List<FittedNetwork> members(int fold) {
        return List.of(1L, 2L).stream()
                .map(seed -> RunNetworks.read(run(fold, seed), FitRun.fit(run(fold, seed), session)))
                .toList();
    }

    @Test
    void aStoppedJudgementContinues() {
        FitControl stop = new FitControl();
        JudgeRequest request = request("b", configuration, JudgedNetwork.CONFIGURED);
        Steps steps = new Steps() {
            @Override
            public void epoch(EpochSnapshot snapshot) {
                super.epoch(snapshot);
                stop.raise();
            }
        };
        assertThrows(CancelledException.class, () -> Judge.run(request, engine, stop, steps));
        assertTrue(Files.isDirectory(folder.resolve("b").resolve("fold-1")));
        assertFalse(Files.exists(folder.resolve("b").resolve("fold-2")));
        Judgement continued = Judge.run(request, engine, new FitControl(), new Steps());
        Judgement straight =
                Judge.run(request("c", configuration, JudgedNetwork.CONFIGURED), engine, new FitControl(), new Steps());
        assertEquals(straight.network().values(), continued.network().values());
    }

    @Test
    void settingsOfAnotherSplitAreRejected() {
        for (String key : List.of("data.folds=4", "data.test_share=0.2", "data.validation_share=0.3")) {
            String[] parts = key.split("=", -1);
            InputError error = assertThrows(
                    InputError.class,
                    () -> request("d", configuration.with(parts[0], parts[1]), JudgedNetwork.CONFIGURED));
            assertTrue(error.sentence().contains(parts[0]), error.sentence());
        }
        assertThrows(
                InputError.class,
                () -> new JudgeRequest(
                        session, configuration, 2, List.of(1L), List.of(JudgedNetwork.CONFIGURED), "", folder, ""));
    }

    @Test
    void verdictsSayWhatTheDifferencesShow() {
        String[] keys = Arrays.stream(new String[] {"linear_model", "without_recurrence", "without_dale"})
                .toArray(String[]::new);
        List<JudgedScores> better =
                Arrays.stream(keys).map(key -> scores(key, 0.1)).toList();
        List<String> sentences = JudgeVerdict.of(better, List.of(7));
        assertTrue(
                sentences
                        .getFirst()
                        .startsWith("On sealed trials, the network is better than the linear model in"
                                + " bits/spike by 0.100 (0.080 to 0.120)"),
                sentences.getFirst());
        assertEquals("Recurrence adds 0.100 bits/spike (0.080 to 0.120).", sentences.get(1));
        assertTrue(sentences.get(2).startsWith("Dale's law costs nothing"), sentences.get(2));
        assertTrue(sentences.get(3).contains("1 neuron better"), sentences.get(3));
        List<String> worse = JudgeVerdict.of(
                Arrays.stream(keys).map(key -> scores(key, -0.1)).toList(), List.of());
        assertTrue(worse.getFirst().contains("worse than the linear model"), worse.getFirst());
        assertTrue(worse.get(1).startsWith("Recurrence adds nothing"), worse.get(1));
        assertEquals("Dale's law costs 0.100 bits/spike (0.080 to 0.120).", worse.get(2));
        List<String> same = JudgeVerdict.of(
                Arrays.stream(keys).map(key -> scores(key, 0.01)).toList(), List.of());
        assertTrue(same.getFirst().contains("not distinguishable from the linear model"), same.getFirst());
        assertTrue(same.get(1).startsWith("Recurrence adds nothing that these trials can show"), same.get(1));
    }

    private static JudgedScores scores(String key, double difference) {
        List<ScoreDifference> all = IntStream.range(0, 12)
                .mapToObj(i -> new ScoreDifference(difference, 0.02 / 1.96))
                .toList();
        return new JudgedScores(key, key, "", Values.of(new double[12]), List.of(), all, all);
    }
}
