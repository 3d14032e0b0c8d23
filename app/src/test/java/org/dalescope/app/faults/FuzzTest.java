package org.dalescope.app.faults;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.dalescope.app.ui.restore.WindowStateFile;
import org.dalescope.model.analysis.perturbation.PerturbationJson;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.Progress;
import org.dalescope.model.common.UserError;
import org.dalescope.model.common.io.Preferences;
import org.dalescope.model.engine.libtorch.store.LibtorchStore;
import org.dalescope.model.library.RunCatalogue;
import org.dalescope.model.library.RunNotes;
import org.dalescope.model.run.execution.FitRun;
import org.dalescope.model.run.store.HistoryCsv;
import org.dalescope.model.run.store.ParametersNpz;
import org.dalescope.model.run.store.RunDescription;
import org.dalescope.model.run.store.RunFolder;
import org.dalescope.model.run.store.RunViews;
import org.dalescope.model.run.store.ScoresJson;
import org.dalescope.model.session.files.SessionFiles;
import org.dalescope.model.session.format.MappingJson;
import org.dalescope.model.session.split.SplitFile;
import org.dalescope.model.settings.Configuration;
import org.dalescope.model.settings.ConfigurationJson;
import org.dalescope.model.suite.launch.SlurmTaskFile;
import org.dalescope.model.suite.plan.PlanReader;
import org.dalescope.model.suite.results.SuiteResults;
import org.dalescope.model.suite.store.SuiteFolder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Files that are good but for some damage: every reader reads them or refuses them in a sentence, within 5 s and the memory of
 * the tests. Few are tried, the same at every build; {@link ManyFuzzTest} tries many.
 */
class FuzzTest {
    private static final double MOST_S = 5;

    /** The good files are of some kB: what allocates this much believes a size that the file does not hold. */
    private static final long MOST_BYTES = 256L << 20;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static FuzzFiles files;

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

    /** How many inputs each reader gets. */
    int inputs() {
        return 40;
    }

    @BeforeAll
    static void good() throws IOException {
        files = FuzzFiles.make(folder);
    }

    static Stream<Case> cases() {
        String only = System.getProperty("dalescope.fuzz.only", "");
        return Stream.of(sessions(), settings(), runs(), suites())
                .flatMap(all -> all)
                .filter(one -> one.name().contains(only));
    }

    private static Stream<Case> sessions() {
        Stream<Case> opened = Stream.of(
                        "good.dalescope",
                        "good.npz",
                        "good.mat",
                        "good.nwb",
                        "counts.npz",
                        "counts.mat",
                        "counts_z.mat",
                        "counts73.mat",
                        "trials.mat",
                        "plain.h5",
                        "spikes.csv",
                        "small.nwb")
                .map(name -> new Case(name, files.at(name), FuzzTest::open));
        Stream<Case> arrays = Stream.of("arrays/spikes.npy", "arrays/bin_ms.npy")
                .map(name -> new Case(name, files.at(name), file -> open(files.at("arrays"))));
        Stream<Case> sorted = Stream.of(
                        "spike_times.npy",
                        "spike_clusters.npy",
                        "spike_templates.npy",
                        "templates.npy",
                        "params.py",
                        "cluster_group.tsv",
                        "trials.csv")
                .map(name -> new Case("sorted " + name, files.at("sorted/" + name), file -> open(files.at("sorted"))));
        Stream<Case> mappings = Stream.of(
                new Case("mapping of arrays", files.at("arrays.json"), file -> openAs(file, "counts.npz")),
                new Case("mapping of NWB", files.at("nwb.json"), file -> openAs(file, "small.nwb")));
        return Stream.of(opened, arrays, sorted, mappings).flatMap(all -> all);
    }

    /** A file is looked into before it is opened, as the window does. */
    private static void open(Path file) {
        SessionFiles.contents(file);
        SessionFiles.open(file);
    }

    private static void openAs(Path mapping, String session) {
        SessionFiles.open(files.at(session), Optional.of(MappingJson.read(mapping)), Progress.SILENT);
    }

    private static Stream<Case> settings() {
        return Stream.of(
                new Case(
                        "configuration",
                        files.at("config.json"),
                        file -> ConfigurationJson.read(file, Configuration.defaults())),
                new Case("plan", files.at("plan.json"), file -> PlanReader.read(file.toString())),
                new Case(
                        "perturbation",
                        files.at("perturbation.json"),
                        file -> PerturbationJson.read(Files.readString(file, StandardCharsets.ISO_8859_1))),
                new Case("split", files.at("split.json"), file -> SplitFile.read(file, files.session())
                        .checkedAgainst(files.session())),
                new Case("window", files.at(".dalescope/window.json"), file -> new WindowStateFile(folder).read()),
                new Case("preferences", files.at("preferences.json"), file -> new Preferences(file).libtorch()),
                new Case("libtorch.zip", files.at("libtorch.zip"), new LibtorchStore(files.at("store"))::importFrom));
    }

    private static Stream<Case> runs() {
        RunFolder run = files.run();
        return Stream.of(
                new Case("run.json", run.runJson(), file -> RunDescription.read(run)),
                new Case("library", run.runJson(), file -> refuseMissing(new RunCatalogue(files.at("runs")).read())),
                new Case("notes", RunNotes.file(run), file -> RunNotes.read(run)),
                new Case("run config", run.configJson(), file -> FitRun.fit(run, files.session())),
                new Case("history", run.historyCsv(), file -> HistoryCsv.read(run)),
                new Case("parameters", run.parametersNpz(), file -> ParametersNpz.read(run)),
                new Case("series", run.seriesNpz(), file -> FitRun.resume(run, files.session())),
                new Case("views", run.viewsNpz(), file -> RunViews.read(run)),
                new Case("scores", run.scoresJson(), file -> ScoresJson.read(run)),
                new Case("health", run.scoresJson(), file -> ScoresJson.readHealth(run)),
                new Case(
                        "checkpoint",
                        run.folder().resolve("checkpoint").resolve("state-1.npz"),
                        file -> FitRun.resume(run, files.session()).damage().ifPresent(said -> {
                            throw new InputError(said);
                        })));
    }

    /** A list leaves out what is damaged of a run, and goes on. */
    private static void refuseMissing(RunCatalogue.Content content) {
        if (content.runs().stream().anyMatch(run -> run.facts().isEmpty())) {
            throw new InputError("A run is damaged.");
        }
    }

    private static Stream<Case> suites() {
        SuiteFolder suite = new SuiteFolder(files.at("suite"));
        return Stream.of(
                new Case("suite.json", suite.suiteJson(), file -> SuiteResults.read(suite)),
                new Case("failures.json", suite.failuresJson(), file -> suite.broken()),
                new Case("tasks", files.at("slurm/tasks-0.json"), file -> SlurmTaskFile.read(file)
                        .cells()));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void readOrRefused(Case one) throws IOException {
        byte[] good = Files.readAllBytes(one.good());
        boolean json = one.good().toString().endsWith(".json");
        Random random = new Random(one.name().hashCode());
        one.reader().read(one.good());
        int refused = 0;
        try {
            for (int i = 0; i < inputs(); i++) {
                Files.write(one.good(), Mutation.of(good, json, random));
                refused += isRefused(one, i) ? 1 : 0;
            }
        } finally {
            Files.write(one.good(), good);
        }
        assertTrue(refused > 0, "some of " + inputs() + " damaged inputs are refused");
    }

    private static boolean isRefused(Case one, int input) throws IOException {
        long begunNs = cpuNs();
        long before = allocated();
        boolean refused = true;
        try {
            one.reader().read(one.good());
            refused = false;
        } catch (UserError refusal) {
            assertTrue(!refusal.sentence().isBlank() && !refusal.sentence().contains("\tat "), refusal.sentence());
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError wrong) {
            return fail(one.name() + ", input " + input + " (kept as " + kept(one) + ")", wrong);
        }
        double seconds = (cpuNs() - begunNs) / 1e9;
        long bytes = allocated() - before;
        if (seconds >= MOST_S || bytes >= MOST_BYTES) {
            fail(one.name() + ", input " + input + " (kept as " + kept(one) + ") took " + seconds
                    + " s of processor time and " + bytes + " bytes");
        }
        return refused;
    }

    /** The processor time of this thread, which does not grow while a busy machine runs something else. */
    private static long cpuNs() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** Bytes that this thread has allocated so far, whether or not they are still held. */
    private static long allocated() {
        return ManagementFactory.getPlatformMXBean(ThreadMXBean.class).getCurrentThreadAllocatedBytes();
    }

    private static Path kept(Case one) throws IOException {
        return Files.copy(
                one.good(),
                Files.createTempDirectory("dalescope-fuzz")
                        .resolve(String.valueOf(one.good().getFileName())));
    }
}
