package org.dalescope.app.faults;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.dalescope.app.window.remembered.WindowStateFile;
import org.dalescope.model.Refusal;
import org.dalescope.model.analysis.perturbation.PerturbationJson;
import org.dalescope.model.analysis.perturbation.PerturbationText;
import org.dalescope.model.configuration.Configuration;
import org.dalescope.model.configuration.ConfigurationJson;
import org.dalescope.model.engine.FusedEngine;
import org.dalescope.model.engine.RecurrentEngine;
import org.dalescope.model.experiment.PlanReader;
import org.dalescope.model.run.FitRequest;
import org.dalescope.model.run.FitRun;
import org.dalescope.model.run.HistoryCsv;
import org.dalescope.model.run.ParametersNpz;
import org.dalescope.model.run.RunDescription;
import org.dalescope.model.run.RunFolder;
import org.dalescope.model.run.RunViews;
import org.dalescope.model.run.ScoresJson;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.SessionFiles;
import org.dalescope.model.session.conversion.ConversionFormat;
import org.dalescope.model.session.conversion.SessionConversion;
import org.dalescope.model.session.mapping.MappingJson;
import org.dalescope.model.session.synthetic.SyntheticSession;
import org.dalescope.model.session.synthetic.SyntheticSettings;
import org.dalescope.model.split.SplitFile;
import org.dalescope.model.training.Fit;
import org.dalescope.model.training.StopSignal;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Files that are good but for some bytes: every reader reads them or refuses them in a sentence, within 5 s and its memory. Few are
 * tried, the same at every build; {@link ManyFuzzTest} tries many.
 */
class FuzzTest {
    private static final double MOST_S = 5;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    /** Reads a file that lies where the good one lay. */
    interface Reader {
        void read(Path file) throws IOException;
    }

    record Case(String name, Path good, Reader reader) {
        @Override
        public String toString() {
            return name;
        }
    }

    @SuppressWarnings("NullAway.Init")
    private static Session whole;

    /** How many inputs each reader gets. */
    int inputs() {
        return 120;
    }

    private static Session session() {
        return whole;
    }

    @BeforeAll
    static void good() throws IOException {
        Session session = SyntheticSession.of(new SyntheticSettings(3, 1, 80, 12, 25, 0, 7));
        SessionConversion.convert(session, ConversionFormat.DALESCOPE, folder.resolve("good.dalescope"));
        SessionConversion.convert(session, ConversionFormat.NPZ, folder.resolve("good.npz"));
        SessionConversion.convert(session, ConversionFormat.MAT, folder.resolve("good.mat"));
        nwb(folder.resolve("good.nwb"));
        Configuration configuration = Configuration.defaults().with("training.epochs", "1");
        Files.writeString(
                folder.resolve("config.json"),
                ConfigurationJson.write(configuration).toPrettyString());
        Files.writeString(folder.resolve("plan.json"), """
                {"name": "tiny", "settings": {"training": {"epochs": 2}}, "seeds": [1, 2],
                 "arms": [{"name": "l2", "settings": {"loss": {"l2": 0.1}}}, {"name": "two", "grid": {"loss.l2": [0.1, 0.2]}}]}""");
        Files.writeString(
                folder.resolve("perturbation.json"),
                PerturbationJson.of(PerturbationText.of("silence I 0.5; cut E->I 0; lesion go_signal; window 300:600"))
                        .toPrettyString());
        whole = SessionFiles.open(folder.resolve("good.dalescope"));
        SplitFile.write(folder.resolve("split.json"), Fit.defaultSplit(whole, configuration), whole);
        Files.createDirectories(folder.resolve(".dalescope"));
        Files.writeString(
                folder.resolve(".dalescope").resolve("window.json"),
                "{\"tab\": \"tab-fit\", \"dividers\": [0.2, 0.7], \"recent\": [\"/a\"], \"configuration\": {\"preset\": \"default\"}}");
        try (RecurrentEngine engine = new FusedEngine(1)) {
            FitRun.start(
                            new FitRequest(
                                    whole,
                                    Fit.defaultSplit(whole, configuration),
                                    configuration,
                                    1,
                                    "default",
                                    folder.resolve("run"),
                                    "dalescope fit"),
                            engine)
                    .run(engine, new StopSignal(), snapshot -> {});
        }
    }

    private static void nwb(Path file) {
        double[] spikes = new double[300];
        Arrays.setAll(spikes, i -> 0.1 * i);
        double[] start = new double[10];
        double[] stop = new double[10];
        Arrays.setAll(start, i -> 1.05 + 2.5 * i);
        Arrays.setAll(stop, i -> start[i] + 2);
        try (WritableHdfFile hdf = HdfFile.write(file)) {
            hdf.putAttribute("nwb_version", "2.5.0");
            var units = hdf.putGroup("units");
            units.putDataset("spike_times", spikes);
            units.putDataset("spike_times_index", new int[] {200, 300});
            units.putDataset("id", new int[] {7, 9});
            var trials = hdf.putGroup("intervals").putGroup("trials");
            trials.putDataset("start_time", start);
            trials.putDataset("stop_time", stop);
        }
    }

    static Stream<Case> cases() {
        RunFolder run = new RunFolder(folder.resolve("run"));
        Path mapping = folder.resolve("mapping.json");
        Stream<Case> files = Stream.of("good.dalescope", "good.npz", "good.mat", "good.nwb")
                .map(name -> new Case(name, folder.resolve(name), SessionFiles::open));
        Stream<Case> texts = Stream.of(
                new Case(
                        "configuration",
                        folder.resolve("config.json"),
                        file -> ConfigurationJson.read(file, Configuration.defaults())),
                new Case("plan", folder.resolve("plan.json"), file -> PlanReader.read(file.toString())),
                new Case(
                        "perturbation",
                        folder.resolve("perturbation.json"),
                        file -> PerturbationJson.read(Files.readString(file, StandardCharsets.ISO_8859_1))),
                new Case("split", folder.resolve("split.json"), file -> SplitFile.read(file, session())
                        .checkedAgainst(session())),
                new Case("window", folder.resolve(".dalescope").resolve("window.json"), file -> new WindowStateFile(
                                folder)
                        .read()));
        Stream<Case> runs = Stream.of(
                new Case("run.json", run.runJson(), file -> RunDescription.read(run)),
                new Case("run config", run.configJson(), file -> FitRun.fit(run, session())),
                new Case("history", run.historyCsv(), file -> HistoryCsv.read(run)),
                new Case("parameters", run.parametersNpz(), file -> ParametersNpz.read(run)),
                new Case("views", run.viewsNpz(), file -> RunViews.read(run)),
                new Case("scores", run.scoresJson(), file -> ScoresJson.read(run)),
                new Case(
                        "checkpoint",
                        run.folder().resolve("checkpoint").resolve("state-1.npz"),
                        file -> FitRun.resume(run, session())));
        Stream<Case> mappings =
                Files.exists(mapping) ? Stream.of(new Case("mapping", mapping, MappingJson::read)) : Stream.empty();
        return Stream.of(files, texts, runs, mappings).flatMap(all -> all);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void readOrRefused(Case one) throws IOException {
        byte[] good = Files.readAllBytes(one.good());
        Random random = new Random(one.name().hashCode());
        one.reader().read(one.good());
        int refused = 0;
        try {
            for (int i = 0; i < inputs(); i++) {
                byte[] bad = mutated(good, random);
                Files.write(one.good(), bad);
                refused += isRefused(one, i) ? 1 : 0;
            }
        } finally {
            Files.write(one.good(), good);
        }
        assertTrue(refused > 0, "some of " + inputs() + " damaged inputs are refused");
    }

    private static boolean isRefused(Case one, int input) throws IOException {
        long begun = System.nanoTime();
        try {
            one.reader().read(one.good());
            return false;
        } catch (Refusal refusal) {
            assertTrue(!refusal.sentence().isBlank() && !refusal.sentence().contains("\tat "), refusal.sentence());
            return true;
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError wrong) {
            Path kept = Files.copy(
                    one.good(),
                    Files.createTempDirectory("dalescope-fuzz")
                            .resolve(String.valueOf(one.good().getFileName())));
            return fail(one.name() + ", input " + input + " (kept as " + kept + ")", wrong);
        } finally {
            double seconds = (System.nanoTime() - begun) / 1e9;
            assertTrue(seconds < MOST_S, one.name() + ", input " + input + " took " + seconds + " s");
        }
    }

    /** Bytes flipped, written over, left out, doubled or cut off. */
    private static byte[] mutated(byte[] good, Random random) {
        byte[] bad = good.clone();
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes && bad.length > 1; i++) {
            int at = random.nextInt(bad.length);
            int length = 1 + random.nextInt(Math.min(16, bad.length - at));
            switch (random.nextInt(6)) {
                case 0 -> bad[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> Arrays.fill(bad, at, at + length, (byte) random.nextInt(256));
                case 2 -> Arrays.fill(bad, at, at + length, (byte) 0xff);
                case 3 -> bad = without(bad, at, length);
                case 4 -> bad = doubled(bad, at, length);
                default -> bad = random.nextInt(4) == 0 ? Arrays.copyOf(bad, at) : bad;
            }
        }
        return bad;
    }

    private static byte[] without(byte[] bytes, int at, int length) {
        byte[] less = new byte[bytes.length - length];
        System.arraycopy(bytes, 0, less, 0, at);
        System.arraycopy(bytes, at + length, less, at, bytes.length - at - length);
        return less;
    }

    private static byte[] doubled(byte[] bytes, int at, int length) {
        byte[] more = new byte[bytes.length + length];
        System.arraycopy(bytes, 0, more, 0, at + length);
        System.arraycopy(bytes, at, more, at + length, bytes.length - at);
        return more;
    }
}
