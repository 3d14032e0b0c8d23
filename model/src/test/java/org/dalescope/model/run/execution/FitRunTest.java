package org.dalescope.model.run.execution;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dalescope.model.SmallSessions;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.io.NamedArray;
import org.dalescope.model.common.io.NpzFile;
import org.dalescope.model.engine.RecurrentEngine;
import org.dalescope.model.engine.fused.FusedEngine;
import org.dalescope.model.library.RunCatalogue;
import org.dalescope.model.library.RunEntry;
import org.dalescope.model.network.Network;
import org.dalescope.model.network.ReadOut;
import org.dalescope.model.run.evaluation.Evaluation;
import org.dalescope.model.run.store.EpochView;
import org.dalescope.model.run.store.EpochViews;
import org.dalescope.model.run.store.HistoryCsv;
import org.dalescope.model.run.store.ParameterSeries;
import org.dalescope.model.run.store.ParametersNpz;
import org.dalescope.model.run.store.RunDescription;
import org.dalescope.model.run.store.RunFolder;
import org.dalescope.model.run.store.RunLibrary;
import org.dalescope.model.run.store.RunNetworks;
import org.dalescope.model.run.store.RunStatus;
import org.dalescope.model.run.store.RunViews;
import org.dalescope.model.run.store.ScoresJson;
import org.dalescope.model.scoring.ScoreKind;
import org.dalescope.model.session.Channel;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.files.SessionFiles;
import org.dalescope.model.session.format.dalescope.SessionArchive;
import org.dalescope.model.settings.Configuration;
import org.dalescope.model.settings.Preset;
import org.dalescope.model.training.EpochRecord;
import org.dalescope.model.training.Fit;
import org.dalescope.model.training.FitControl;
import org.dalescope.model.training.FittedNetwork;
import org.dalescope.model.training.Trainer.Ending;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FitRunTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private Path file = Path.of(".");

    @BeforeEach
    void writeSession() {
        file = folder.resolve("session.dalescope");
        SessionArchive.write(SmallSessions.small(), file);
    }

    private FitRequest request(String name, int epochs) {
        return request(name, epochs, "none");
    }

    private FitRequest request(String name, int epochs, String embedding) {
        Session session = SessionFiles.open(file);
        Configuration configuration = Preset.named("psth-shape")
                .configuration()
                .with("training.epochs", Integer.toString(epochs))
                .with("network.tau.learned", "population")
                .with("network.input_noise_sd", embedding.equals("none") ? "0" : "0.1")
                .with("network.embedding.kind", embedding);
        return FitRequests.of(session, configuration, 4, folder.resolve(name));
    }

    private FitRun.Result whole(String name, int epochs, RecurrentEngine engine) {
        return FitRun.start(request(name, epochs), engine).run(engine, new FitControl(), snapshot -> {});
    }

    @Test
    void aRunLeavesEveryFileAndOpensAsItLooked() throws IOException {
        try (RecurrentEngine engine = new FusedEngine(1)) {
            FitRun.Result result = whole("run", 4, engine);
            assertEquals(Ending.FINISHED, result.ending());
            RunFolder run = RunFolder.existing(folder.resolve("run"));
            RunDescription description = RunDescription.read(run);
            assertEquals(RunStatus.FINISHED, description.status());
            assertEquals(4, description.epochsDone());
            assertEquals(SessionFiles.sha256(file), description.sessionSha256());
            assertEquals(description.split().split().hash(), description.split().hash());
            assertEquals(4, HistoryCsv.read(run).size());
            assertEquals(result.state().history(), HistoryCsv.read(run));
            assertEquals(
                    List.of(
                            "epoch",
                            "loss",
                            "l_neuron",
                            "l_trial",
                            "l_reg",
                            "l_activity",
                            "grad_norm_neuron",
                            "grad_norm_trial",
                            "grad_cosine",
                            "learning_rate",
                            "train_psth_r",
                            "validation_psth_r",
                            "validation_psth_r_raw",
                            "tau_e",
                            "tau_i",
                            "ms"),
                    HistoryCsv.columns().subList(0, 16));
            RunViews views = RunViews.read(run);
            assertEquals("all trials", views.conditions().getFirst());
            assertEquals(views.conditions().size(), views.model().size());
            assertEquals(4, views.tauMs().size());
            assertFalse(views.alignedTo().isEmpty());
            withoutEvent(run);
            assertEquals("", RunViews.read(run).alignedTo());
            assertEquals(result.evaluation().orElseThrow().scores(), ScoresJson.read(run));
            assertTrue(Files.readString(run.configJson()).contains("population"));
        }
    }

    /** Rewrites the views as an earlier version wrote them, without the name of the event at 0 ms. */
    private static void withoutEvent(RunFolder run) throws IOException {
        NpzFile.Content content = NpzFile.read(run.viewsNpz());
        String names = content.texts().getOrDefault("views.json", "").replaceAll(",\"alignedTo\":\"[^\"]*\"", "");
        assertFalse(names.contains("alignedTo"), names);
        NpzFile.writeInside(run.viewsNpz(), List.copyOf(content.arrays().values()), Map.of("views.json", names));
    }

    /** The trials' mean of the population means is the neurons' mean of the PSTH; a matrix keeps its file's numbers. */
    @Test
    void theViewsOfAnEpochAgreeWithTheRunsOtherFiles() throws IOException {
        try (RecurrentEngine engine = new FusedEngine(1)) {
            FitRun.Result result = whole("viewed", 5, engine);
            RunFolder run = RunFolder.existing(folder.resolve("viewed"));
            EpochViews epochs = EpochViews.read(run);
            assertEquals(5, epochs.kept().size());
            int best = result.state().bestEpoch();
            EpochView view = epochs.at(best).orElseThrow();
            assertEquals(best, view.epoch());
            RunViews views = RunViews.read(run);
            double[] w = NpzFile.read(run.parametersNpz()).array("W_rec").doubles();
            for (int i = 0; i < w.length; i++) {
                assertEquals(w[i], view.weights()[i], 1e-6 * Math.abs(w[i]));
            }
            for (int c = 0; c < views.model().size(); c++) {
                for (int i = 0; i < views.model().get(c).length; i++) {
                    double psth = views.model().get(c)[i];
                    assertEquals(psth, view.psths().get(c)[i], 1e-5 * (1 + psth));
                }
            }
            int trials = views.trials().ids().length;
            int bins = views.timeMs().length;
            assertEquals(trials * bins, view.population().length);
            assertEquals(result.folder().folder(), run.folder());
            double[] model = views.model().getFirst();
            int neurons = views.neuronIds().length;
            for (int bin = 0; bin < bins; bin++) {
                double ofNeurons = 0;
                for (int n = 0; n < neurons; n++) {
                    ofNeurons += model[bin * neurons + n] / neurons;
                }
                double ofTrials = 0;
                int valid = 0;
                for (int t = 0; t < trials; t++) {
                    if (!Double.isNaN(views.trials().rates().get(t)[bin])) {
                        ofTrials += view.population()[t * bins + bin];
                        valid++;
                    }
                }
                if (valid > 0) {
                    assertEquals(ofNeurons, ofTrials / valid, 1e-4 * (1 + ofNeurons));
                }
            }
        }
    }

    /** The best epoch's live score comes from sums on the way; the final one from stored rates. */
    @Test
    void theEvaluatedScoreIsTheLiveScoreOfTheBestEpoch() {
        try (RecurrentEngine engine = new FusedEngine(1)) {
            FitRun.Result result = whole("run", 5, engine);
            double live = result.state().bestScore();
            assertEquals(
                    live,
                    result.evaluation().orElseThrow().score(ScoreKind.PSTH_R).value(),
                    1e-5);
            Network read = ParametersNpz.read(result.folder());
            Fit fit = FitRun.fit(result.folder(), SessionFiles.open(file));
            Evaluation again = Evaluation.of(fit, read, org.dalescope.model.session.split.Partition.VALIDATION, engine);
            assertEquals(result.evaluation().orElseThrow().scores(), again.scores());
        }
    }

    /** Bytes of the newer checkpoint are flipped anywhere: the run goes on from what is whole and ends with the same bits. */
    @Test
    void aDamagedCheckpointFallsBackToTheOther() throws IOException {
        try (RecurrentEngine engine = new FusedEngine(1)) {
            FitRun.Result whole = whole("whole", 5, engine);
            FitRun begun = FitRun.start(request("run", 5), engine);
            FitControl stop = new FitControl();
            begun.run(engine, stop, snapshot -> stop.raise());
            RunFolder run = begun.folder();
            Path newer = run.checkpoints().get(1);
            byte[] good = Files.readAllBytes(newer);
            java.util.Random random = new java.util.Random(5);
            int fellBack = 0;
            for (int i = 0; i < 60; i++) {
                byte[] bad = good.clone();
                bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
                Files.write(newer, bad);
                FitRun again = FitRun.resume(run, SessionFiles.open(file));
                assertEquals(again.damage().isPresent() ? 0 : 1, again.state().epoch());
                fellBack += again.damage().isPresent() ? 1 : 0;
                again.damage().ifPresent(words -> assertTrue(words.contains("state-1.npz cannot be read"), words));
            }
            assertTrue(fellBack > 50, "most bytes matter: " + fellBack);
            Files.write(newer, java.util.Arrays.copyOf(good, good.length / 2));
            FitRun.Result end =
                    FitRun.resume(run, SessionFiles.open(file)).run(engine, new FitControl(), snapshot -> {});
            assertArrayEquals(whole.state().raw(), end.state().raw());
            for (Path place : run.checkpoints()) {
                Files.writeString(place, "nothing");
            }
            InputError refusal = assertThrows(InputError.class, () -> FitRun.resume(run, SessionFiles.open(file)));
            assertTrue(refusal.sentence().contains("start a new one"), refusal.sentence());
        }
    }

    /** The half of a row that a crash left is cut away, and so is what is later than the checkpoint. */
    @Test
    void theHistoryIsCutBackToTheCheckpoint() throws IOException {
        try (RecurrentEngine engine = new FusedEngine(1)) {
            whole("whole", 5, engine);
            FitRun begun = FitRun.start(request("run", 5), engine);
            FitControl stop = new FitControl();
            begun.run(engine, stop, snapshot -> stop.raise());
            RunFolder run = begun.folder();
            String one = Files.readString(run.historyCsv());
            Files.writeString(
                    run.historyCsv(), one + one.lines().skip(1).findFirst().orElseThrow() + "\n2,0.5,0.");
            assertEquals(2, HistoryCsv.read(run).size(), "half a row is none");
            FitRun.Result end =
                    FitRun.resume(run, SessionFiles.open(file)).run(engine, new FitControl(), snapshot -> {});
            assertEquals(end.state().history(), HistoryCsv.read(run));
            assertEquals(6, Files.readAllLines(run.historyCsv()).size());
        }
    }

    @Test
    void aStoppedRunGoesOnFromItsFolderBitForBit() throws IOException {
        try (RecurrentEngine engine = new FusedEngine(1)) {
            FitRun.Result whole = whole("whole", 5, engine);
            FitControl stop = new FitControl();
            FitRun.Result stopped = FitRun.start(request("parts", 5), engine).run(engine, stop, s -> {
                if (s.record().epoch() == 2) {
                    stop.raise();
                }
            });
            assertEquals(Ending.STOPPED, stopped.ending());
            assertEquals(
                    RunStatus.STOPPED, RunDescription.read(stopped.folder()).status());
            FitRun.Result resumed =
                    FitRun.resume(stopped.folder(), SessionFiles.open(file)).run(engine, new FitControl(), s -> {});
            assertArrayEquals(whole.state().raw(), resumed.state().raw(), 0);
            assertEquals(
                    whole.state().history().stream().map(e -> e.loss()).toList(),
                    HistoryCsv.read(resumed.folder()).stream()
                            .map(e -> e.loss())
                            .toList());
            assertArrayEquals(
                    ParametersNpz.read(whole.folder()).w(),
                    ParametersNpz.read(resumed.folder()).w(),
                    0);
            ParameterSeries series = ParameterSeries.read(whole.folder());
            ParameterSeries again = ParameterSeries.read(resumed.folder());
            assertEquals(List.of(0, 1, 2, 4), series.epochs());
            assertEquals(series.epochs(), again.epochs());
            for (int i = 0; i < 4; i++) {
                assertArrayEquals(series.raw().get(i), again.raw().get(i), 0);
            }
            assertArrayEquals(
                    Files.readAllBytes(whole.folder().epochsNpz()),
                    Files.readAllBytes(resumed.folder().epochsNpz()));
        }
    }

    /** After epoch 2 the series has what a fit of two epochs ends with; the course ends with the best network. */
    @Test
    void theSeriesKeepsTheParametersOfEarlyEpochs() {
        try (RecurrentEngine engine = new FusedEngine(1)) {
            RunFolder five = whole("five", 5, engine).folder();
            assertArrayEquals(
                    whole("two", 2, engine).state().raw(),
                    ParameterSeries.read(five).raw().get(2),
                    0);
            Fit fit = FitRun.fit(five, SessionFiles.open(file));
            List<FittedNetwork.AtEpoch> course = RunNetworks.read(five, fit).course();
            assertEquals(RunDescription.read(five).bestEpoch(), course.getLast().epoch());
            assertArrayEquals(
                    ParametersNpz.read(five).w(), course.getLast().network().w(), 0);
            assertEquals(0, course.getFirst().epoch());
        }
    }

    /** An embedding and noise on inputs: resumed bit for bit, and the run folder alone gives the same scores. */
    @ParameterizedTest
    @ValueSource(strings = {"linear-relu", "attention"})
    void anEmbeddingIsPartOfTheRun(String kind) throws IOException {
        try (RecurrentEngine engine = new FusedEngine(2)) {
            FitRun.Result whole =
                    FitRun.start(request("whole", 3, kind), engine).run(engine, new FitControl(), s -> {});
            FitControl stop = new FitControl();
            FitRun.Result stopped =
                    FitRun.start(request("parts", 3, kind), engine).run(engine, stop, s -> stop.raise());
            FitRun.Result resumed =
                    FitRun.resume(stopped.folder(), SessionFiles.open(file)).run(engine, new FitControl(), s -> {});
            assertArrayEquals(whole.state().raw(), resumed.state().raw(), 0);
            Network read = ParametersNpz.read(whole.folder());
            assertEquals(56, read.channels());
            assertEquals(9, read.embedding().orElseThrow().channels());
            Fit fit = FitRun.fit(whole.folder(), SessionFiles.open(file));
            Evaluation again = Evaluation.of(fit, read, org.dalescope.model.session.split.Partition.VALIDATION, engine);
            assertEquals(whole.evaluation().orElseThrow().scores(), again.scores());
            assertEquals(
                    whole.state().bestScore(), again.score(ScoreKind.PSTH_R).value(), 1e-5);
            assertEquals(List.of(), neverMoved(whole));
            otherShapesAreRefused(whole.folder());
        }
    }

    /** Delayed inputs have no parameters of their own; the file says which channel and delay every column has. */
    @Test
    void delaysArePartOfTheRun() throws IOException {
        try (RecurrentEngine engine = new FusedEngine(1)) {
            FitRun.Result result =
                    FitRun.start(request("delayed", 2, "delays"), engine).run(engine, new FitControl(), s -> {});
            NpzFile.Content content = NpzFile.read(result.folder().parametersNpz());
            int[] channels = content.array("input_channel").ints();
            double[] delays = content.array("input_delay_bins").doubles();
            assertEquals(36, channels.length);
            assertArrayEquals(new double[36], content.array("input_tau_ms").doubles());
            for (int column = 0; column < 36; column++) {
                assertEquals(column % 9, channels[column]);
                // 0, 50, 100 and 200 ms in bins of 25 ms.
                assertEquals(new double[] {0, 2, 4, 8}[column / 9], delays[column]);
            }
            Network read = ParametersNpz.read(result.folder());
            assertEquals(36, read.channels());
            Fit fit = FitRun.fit(result.folder(), SessionFiles.open(file));
            Evaluation again = Evaluation.of(fit, read, org.dalescope.model.session.split.Partition.VALIDATION, engine);
            assertEquals(result.evaluation().orElseThrow().scores(), again.scores());
        }
    }

    /** A session without inputs has no column of W_in, and its run opens again. */
    @Test
    void aRunWithoutInputsOpensAgain() {
        Path without = folder.resolve("without.dalescope");
        SessionArchive.write(SmallSessions.withoutInputs(SmallSessions.small()), without);
        Configuration configuration = Configuration.defaults()
                .with("training.epochs", "1")
                .with("training.warmup_epochs", "0")
                .with("training.trials_per_step", "0.5");
        FitRequest request = FitRequests.of(SessionFiles.open(without), configuration, 4, folder.resolve("none"));
        try (RecurrentEngine engine = new FusedEngine(1)) {
            FitRun.Result result = FitRun.start(request, engine).run(engine, new FitControl(), s -> {});
            Network read = ParametersNpz.read(result.folder());
            assertEquals(0, read.embedding().orElseThrow().channels());
            Fit fit = FitRun.fit(result.folder(), SessionFiles.open(without));
            Evaluation again = Evaluation.of(fit, read, org.dalescope.model.session.split.Partition.VALIDATION, engine);
            assertEquals(result.evaluation().orElseThrow().scores(), again.scores());
        }
    }

    private static List<String> neverMoved(FitRun.Result result) {
        return result.warnings().stream()
                .filter(w -> w.code().equals("never-moved"))
                .map(w -> w.text())
                .toList();
    }

    private static void otherShapesAreRefused(RunFolder run) throws IOException {
        for (String broken : List.of("W_in", "embedding_c", "attention_B", "attention_a")) {
            NpzFile.Content content = NpzFile.read(run.parametersNpz());
            if (content.arrays().containsKey(broken)) {
                Map<String, NamedArray> arrays = new LinkedHashMap<>(content.arrays());
                arrays.put(broken, NamedArray.of(broken, new double[15], 3, 5));
                NpzFile.write(run.parametersNpz(), List.copyOf(arrays.values()));
                assertTrue(assertThrows(InputError.class, () -> ParametersNpz.read(run))
                        .sentence()
                        .contains("damaged"));
                NpzFile.write(run.parametersNpz(), List.copyOf(content.arrays().values()));
            }
        }
        assertEquals(56, ParametersNpz.read(run).channels());
    }

    /** Resumed bit for bit, and the folder alone gives read-out and scores again. */
    @Test
    void aReadOutIsPartOfTheRun() throws IOException {
        try (RecurrentEngine engine = new FusedEngine(2)) {
            FitRun.Result whole = FitRun.start(reading("whole"), engine).run(engine, new FitControl(), s -> {});
            FitControl stop = new FitControl();
            FitRun.Result stopped = FitRun.start(reading("parts"), engine).run(engine, stop, s -> stop.raise());
            FitRun.Result resumed =
                    FitRun.resume(stopped.folder(), SessionFiles.open(file)).run(engine, new FitControl(), s -> {});
            assertArrayEquals(whole.state().raw(), resumed.state().raw(), 0);
            assertEquals(
                    whole.state().history().stream().map(EpochRecord::lOutput).toList(),
                    HistoryCsv.read(resumed.folder()).stream()
                            .map(EpochRecord::lOutput)
                            .toList());
            assertEquals("l_output", HistoryCsv.columns().getLast());
            assertEquals(List.of(), neverMoved(whole));
            Network best = FitRun.fit(whole.folder(), SessionFiles.open(file))
                    .parameterisation()
                    .network(whole.state().bestRaw());
            Network read = ParametersNpz.read(whole.folder());
            ReadOut want = best.readOut().orElseThrow();
            ReadOut got = read.readOut().orElseThrow();
            assertEquals(List.of("eye_y", "eye_x"), got.targets());
            assertArrayEquals(want.weights(), got.weights(), 0);
            assertArrayEquals(want.bias(), got.bias(), 0);
            assertArrayEquals(
                    new int[] {2, 10},
                    NpzFile.read(whole.folder().parametersNpz()).array("W_out").shape());
            assertEquals(whole.evaluation().orElseThrow().readOuts(), ScoresJson.readReadOuts(whole.folder()));
            assertEquals(2, ScoresJson.readReadOuts(whole.folder()).size());
            Fit fit = FitRun.fit(whole.folder(), SessionFiles.open(file));
            assertEquals(
                    whole.evaluation().orElseThrow().readOuts(),
                    Evaluation.of(fit, read, org.dalescope.model.session.split.Partition.VALIDATION, engine)
                            .readOuts());
        }
    }

    private FitRequest reading(String name) {
        FitRequest plain = request(name, 3);
        return new FitRequest(
                plain.session(),
                plain.split(),
                plain.configuration().with("loss.output.weight", "0.5").with("loss.output.channels", "eye_y, eye_x"),
                4,
                "default",
                folder.resolve(name),
                "dalescope fit");
    }

    /** A history of 20 columns, as it was before L_output. */
    @Test
    void aHistoryFromBeforeTheReadOutOpens() throws IOException {
        try (RecurrentEngine engine = new FusedEngine(1)) {
            RunFolder run = whole("run", 2, engine).folder();
            assertTrue(ScoresJson.readReadOuts(run).isEmpty());
            List<EpochRecord> now = HistoryCsv.read(run);
            List<String> lines = Files.readAllLines(run.historyCsv());
            Files.write(
                    run.historyCsv(),
                    lines.stream()
                            .map(line -> line.substring(0, line.lastIndexOf(',')))
                            .toList());
            assertEquals(now, HistoryCsv.read(run));
            Files.writeString(run.historyCsv(), lines.getFirst() + "\n1,2,3\n");
            assertTrue(assertThrows(InputError.class, () -> HistoryCsv.read(run))
                    .sentence()
                    .contains("is damaged"));
        }
    }

    /** The demo's eye channels are continuous; as events they get no noise, and the run says so. */
    @Test
    void inputNoiseWithoutContinuousInputsIsReported() {
        FitRequest request = request("run", 1, "attention");
        Session s = request.session();
        Session events = new Session(
                s.name(),
                s.source(),
                s.time(),
                s.neurons(),
                s.channels().stream().map(c -> Channel.event(c.name())).toList(),
                s.factors(),
                s.trialIds(),
                s.durationMs(),
                s.rates(),
                s.inputs());
        FitRequest silent = new FitRequest(
                events,
                request.split(),
                request.configuration(),
                4,
                "default",
                folder.resolve("silent"),
                "dalescope fit");
        try (RecurrentEngine engine = new FusedEngine(1)) {
            assertEquals(1, noEffect(FitRun.start(silent, engine)));
            assertEquals(0, noEffect(FitRun.start(request, engine)));
        }
    }

    private static long noEffect(FitRun run) {
        return RunDescription.read(run.folder()).warnings().stream()
                .filter(w -> w.text().contains("network.input_noise_sd has no effect"))
                .count();
    }

    @Test
    void wrongFoldersAndSessionsAreRefused() throws IOException {
        assertThrows(InputError.class, () -> RunFolder.existing(folder));
        try (RecurrentEngine engine = new FusedEngine(1)) {
            whole("run", 1, engine);
            RunFolder run = RunFolder.existing(folder.resolve("run"));
            assertTrue(assertThrows(InputError.class, () -> RunFolder.fresh(run.folder()))
                    .sentence()
                    .contains("--resume"));
            Path other = folder.resolve("other.dalescope");
            SessionArchive.write(SmallSessions.firstTrials(SmallSessions.small(), 40), other);
            assertTrue(assertThrows(InputError.class, () -> FitRun.resume(run, SessionFiles.open(other)))
                    .sentence()
                    .contains("SHA-256"));
            Files.writeString(run.runJson(), "{\"schema\": 99, \"dalescope\": \"9.0\"}");
            assertTrue(assertThrows(InputError.class, () -> RunDescription.read(run))
                    .sentence()
                    .contains("newer"));
            Files.writeString(run.runJson(), "{");
            assertThrows(InputError.class, () -> RunDescription.read(run));
        }
    }

    @Test
    void theLibraryListsRunsAndFindsFreeNames() {
        RunLibrary library = new RunLibrary(folder.resolve("runs"));
        RunCatalogue catalogue = new RunCatalogue(library.folder());
        assertEquals(RunCatalogue.Content.EMPTY, catalogue.read());
        try (RecurrentEngine engine = new FusedEngine(1)) {
            whole("runs/demo-1", 1, engine);
        }
        RunEntry listed = catalogue.read().runs().getFirst();
        assertEquals(RunStatus.FINISHED, listed.status());
        assertEquals(
                ScoresJson.read(listed.run()).getFirst().value(), listed.score().value());
        assertEquals(1, listed.epoch());
        assertEquals(folder.resolve("runs/demo-2"), library.next("demo"));
        assertFalse(library.next("My session!").toString().contains(" "));
    }

    @Test
    void aSecondFitInTheSameFolderIsRefused() {
        try (RecurrentEngine engine = new FusedEngine(1)) {
            FitRun run = FitRun.start(request("run", 2), engine);
            Session session = SessionFiles.open(file);
            FitRun.Result result = run.run(engine, new FitControl(), snapshot -> {
                if (snapshot.record().epoch() == 1) {
                    FitRun second = FitRun.resume(run.folder(), session);
                    InputError refusal =
                            assertThrows(InputError.class, () -> second.run(engine, new FitControl(), s -> {}));
                    assertTrue(refusal.sentence().contains("another Dalescope"), refusal.sentence());
                    second.failed();
                }
            });
            assertEquals(Ending.FINISHED, result.ending());
            assertEquals(RunStatus.FINISHED, RunDescription.read(run.folder()).status());
        }
    }

    /** Whoever opens the test partition while a fit runs must not have his look forgotten. */
    @Test
    void openingsOfTheTestPartitionSurviveTheEndOfTheFit() {
        try (RecurrentEngine engine = new FusedEngine(1)) {
            FitRun run = FitRun.start(request("run", 2), engine);
            run.run(engine, new FitControl(), snapshot -> {
                if (snapshot.record().epoch() == 1) {
                    RunDescription.read(run.folder())
                            .testOpenedBy("dalescope evaluate run --partition test")
                            .write(run.folder());
                }
            });
            RunDescription described = RunDescription.read(run.folder());
            assertEquals(1, described.testOpened());
            assertEquals(
                    "dalescope evaluate run --partition test",
                    described.testOpenings().getFirst().command());
            assertTrue(described.testOpenings().getFirst().time().matches("\\d{4}-\\d\\d-\\d\\dT[\\d:]{8}Z"));
        }
    }
}
