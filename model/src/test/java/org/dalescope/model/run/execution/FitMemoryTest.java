package org.dalescope.model.run.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.dalescope.model.common.HeapMemory;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.MachineMemory;
import org.dalescope.model.engine.RecurrentEngine;
import org.dalescope.model.engine.choice.EngineRequest.Kind;
import org.dalescope.model.engine.fused.FusedEngine;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.synthetic.SyntheticSession;
import org.dalescope.model.session.synthetic.SyntheticSettings;
import org.dalescope.model.settings.Configuration;
import org.dalescope.model.training.Fit;
import org.dalescope.model.training.FitControl;
import org.dalescope.model.training.FitMemory;
import org.dalescope.model.training.Trainer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The memory that a fit takes is what was said beforehand: measured here and in processes that have that much and no more. */
class FitMemoryTest {
    private static final int TRIALS = 1500;
    private static final int BINS = 200;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    static Session session(int trials, int bins) {
        return SyntheticSession.of(new SyntheticSettings(40, 10, trials, bins, 10, 0, 1));
    }

    static Configuration configuration(boolean matching) {
        return Configuration.defaults()
                .with("training.epochs", "2")
                .with("training.trials_per_step", "1")
                .with("loss.trial.enabled", Boolean.toString(matching))
                .with("network.process_noise", "0.1");
    }

    private static Fit fit(Session session, boolean matching) {
        Configuration configuration = configuration(matching);
        return Fit.of(session, Fit.defaultSplit(session, configuration), configuration, 1);
    }

    /** What is alive while an epoch is reported lacks only what lives within a step. */
    @Test
    void holdsInJavasMemoryWhatItWasSaidToTake() {
        long before = alive();
        Session session = session(TRIALS, BINS);
        Fit fit = fit(session, true);
        long[] during = new long[1];
        try (RecurrentEngine engine = new FusedEngine(1)) {
            FitMemory said = FitMemory.of(fit, engine);
            assertEquals(said, FitMemory.of(fit, Kind.FUSED, 1), "an engine that is there says the same");
            Trainer trainer = new Trainer(fit, engine);
            trainer.run(trainer.start(), new FitControl(), _ -> during[0] = alive());
            double share = (during[0] - before) / (double) said.heap();
            assertTrue(share > 0.5 && share < 1, "measured / said: " + share + " of " + said);
        }
    }

    @Tag("slow")
    @Test
    void aFitEndsWellInAProcessThatMayTakeNoMore() throws IOException, InterruptedException {
        FitMemory said = FitMemory.of(fit(session(TRIALS, BINS), true), Kind.FUSED, 2);
        // The collector of the terminal keeps one of its two survivor spaces, an eightieth, out of the memory that
        // Java says it has.
        long heap = Math.round(said.heap() / 0.85 * 80 / 79);
        assertEquals(
                "",
                child(heap + (1 << 20), "fused", "true", folder.resolve("run").toString()));
    }

    /** Heap that is taken from the machine at the start leaves libtorch's as what grows. */
    @Tag("slow")
    @Test
    void libtorchTakesWhatItWasSaidToTake() throws IOException, InterruptedException {
        assumeTrue(Files.exists(Path.of("/proc/self/status")), "resident memory is read from /proc");
        FitMemory said = FitMemory.of(fit(session(TRIALS, BINS), false), Kind.TENSOR, 2);
        String words = child(1L << 30, "tensor", "false", folder.resolve("run").toString());
        double share = Double.parseDouble(words) / said.outside();
        assertTrue(share > 0.4 && share < 1, "measured / said: " + share + " of " + said);
    }

    /** 14,000 x 14,000 distances and their kernel alone are 3.1 GB. */
    @Test
    void aFitThatDoesNotFitIsRefusedBeforeItTakesAnything() {
        Session session = SyntheticSession.of(new SyntheticSettings(2, 1, 20_000, 20, 25, 0, 1));
        Fit fit = fit(session, true);
        FitMemory said = FitMemory.of(fit, Kind.FUSED, 1);
        assertTrue(said.losses() > 2L * 8 * 14_000 * 14_000, () -> "said: " + said);
        assumeTrue(Runtime.getRuntime().maxMemory() < 3L << 30, "the tests have less memory than that");
        try (RecurrentEngine engine = new FusedEngine(1)) {
            String sentence = assertThrows(InputError.class, () -> new Trainer(fit, engine))
                    .sentence();
            assertTrue(
                    sentence.matches("The fit needs \\d+\\.\\d\\d GB of memory, but the program has .* GB:.*"),
                    sentence);
            assertTrue(sentence.contains("lower training.trials_per_step"), sentence);
            assertTrue(sentence.contains("-Xmx"), sentence);
        }
    }

    @Test
    void severalAtOnceShareTheSessionAlone() {
        FitMemory one = new FitMemory(100, 5, 10, 20, 3, 7);
        assertEquals(new FitMemory(100, 20, 40, 80, 12, 28), one.atOnce(4));
        assertEquals(232, one.atOnce(4).heap());
        assertEquals(150, new FitMemory(100, 50, 10, 20, 3, 7).heap(), "the check is over before the fit begins");
    }

    @Test
    void bothRefusalsSayWhatIsNeededAndWhatIsThere() {
        String heap = assertThrows(InputError.class, () -> new HeapMemory(1_500_000_000L)
                        .require(2.5e9, "The fit", "lower training.trials_per_step"))
                .sentence();
        assertEquals(
                "The fit needs 2.50 GB of memory, but the program has 1.50 GB: lower training.trials_per_step, or"
                        + " give the program more memory (set DALESCOPE_JAVA_OPTS to -Xmx4g).",
                heap);
        String machine = assertThrows(InputError.class, () -> new MachineMemory(1_000_000_000L)
                        .require(3_250_000_000L, "The fit", "lower training.trials_per_step"))
                .sentence();
        assertEquals(
                "The fit needs 3.25 GB outside Java's memory for libtorch, but the machine has 1.00 GB free: lower"
                        + " training.trials_per_step, use --engine fused, or close other programs.",
                machine);
        new MachineMemory(1_000).require(1_000, "The fit", "");
    }

    private static long alive() {
        Runtime.getRuntime().gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /** What {@link FitInProcess} prints. */
    private static String child(long heap, String... words) throws IOException, InterruptedException {
        Stream<String> java = Stream.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms" + heap,
                "-Xmx" + heap,
                "-XX:+AlwaysPreTouch",
                "@"
                        + Path.of("..", "packaging", "launcher", "terminal.options")
                                .toAbsolutePath()
                                .normalize(),
                "--add-modules",
                "jdk.incubator.vector",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                FitInProcess.class.getName(),
                Integer.toString(TRIALS),
                Integer.toString(BINS));
        List<String> command = Stream.concat(java, Arrays.stream(words)).toList();
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertEquals(0, process.waitFor(), said);
        return said;
    }
}
