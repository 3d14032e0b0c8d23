package org.dalescope.app.cli;

import static org.dalescope.app.cli.Terminal.dalescope;
import static org.dalescope.app.cli.Terminal.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dalescope.app.cli.Terminal.Answer;
import org.dalescope.model.common.io.NamedArray;
import org.dalescope.model.common.io.NpzFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command line as a person uses it: exit codes, one sentence per refusal, JSON alone on standard output. */
class CommandLineProgramTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private Path session() {
        return Terminal.session(folder);
    }

    private Path fitted(Path session, Object... more) {
        Path run = folder.resolve("run");
        List<Object> words = new ArrayList<>(List.of("fit", session, "--epochs", 3, "--threads", 1, "--out", run));
        words.addAll(List.of(more));
        Answer answer = dalescope(words.toArray());
        assertEquals(0, answer.code(), answer.err());
        return run;
    }

    @Test
    void inspectPrintsOneJsonDocument() {
        JsonNode json = dalescope("inspect", session(), "--json").json();
        assertEquals(8, json.at("/neurons/total").asInt());
        assertEquals(6, json.at("/neurons/excitatory").asInt());
        assertEquals(80, json.path("trials").asInt());
        assertEquals(74, json.path("usable_trials").asInt());
        assertEquals(20, json.path("bins").asInt());
        assertEquals(25, json.path("bin_ms").asDouble());
        assertEquals(9, json.path("channels").size());
        assertEquals(64, json.path("sha256").asString().length());
        int trials = json.at("/factors/location")
                .valueStream()
                .mapToInt(JsonNode::asInt)
                .sum();
        assertEquals(80, trials);
        assertEquals("aborted-trials", json.at("/warnings/0/code").asString());
        assertEquals("warning", json.at("/warnings/0/severity").asString());
    }

    @Test
    void inspectTellsWhatToDoAndWritesAPage() throws IOException {
        Path session = session();
        Path page = folder.resolve("page.html");
        Answer answer = dalescope(
                "inspect",
                session,
                "--json",
                "--set",
                "data.exclude_neurons=1",
                "--set",
                "data.exclude_trials=0-4",
                "--report",
                page);
        assertEquals(0, answer.code(), answer.err());
        JsonNode json = answer.json();
        assertEquals(7, json.at("/neurons/total").asInt());
        assertEquals(75, json.path("trials").asInt());
        assertEquals(7, json.path("neurons_detail").size());
        for (String key : List.of("rate", "drift_rho", "drift_change", "reliability", "ceiling", "trials_needed")) {
            assertTrue(json.at("/neurons_detail/0").has(key), key);
        }
        assertEquals(
                "data.exclude_aborted", json.at("/warnings/0/remedy/setting").asString());
        assertFalse(json.at("/warnings/0/meaning").asString().isEmpty());
        String html = Files.readString(page);
        assertTrue(html.contains("1 neuron, 5 trials"), html.substring(0, 3000));
        assertTrue(html.contains("data:image/png;base64,"));
        // Names of namespaces are no addresses that anything is fetched from.
        String fetched = html.replaceAll("xmlns(:\\w+)?=\"[^\"]*\"", "");
        assertFalse(fetched.contains("http://") || fetched.contains("https://"), "the page stands alone");
        refused(dalescope("inspect", session, "--set", "data.exclude_neurons=88"), "neuron 88", "nearest");
        refused(dalescope("inspect", session, "--set", "training.epochs=3"), "training.epochs");
    }

    /** Runs re-open exactly: the exclusions are in config.json, and scores say what was left out. */
    @Test
    void exclusionsStayWithTheRun() throws IOException {
        Path session = session();
        Path run = fitted(session, "--set", "data.exclude_neurons=1", "--set", "data.exclude_trials=7,9");
        JsonNode stored = JsonMapper.builder().build().readTree(Files.readString(run.resolve("scores.json")));
        assertEquals(1, stored.at("/left_out/neurons").asInt());
        assertEquals(2, stored.at("/left_out/trials").asInt());
        assertEquals(7, stored.at("/scores/psth_r/per_neuron").size());
        Answer again = dalescope("evaluate", run, "--json");
        assertEquals(stored.path("scores"), again.json().path("scores"));
        assertTrue(dalescope("evaluate", run).out().contains("left out    1 neuron, 2 trials"));
        Path rates = folder.resolve("rates.npz");
        assertEquals(0, dalescope("simulate", run, "--out", rates).code());
        assertEquals(7, NpzFile.read(rates).array("neuron_ids").ints().length);
        assertTrue(Files.readString(run.resolve("run.json")).contains("left-out"));
        refused(
                dalescope("fit", session, "--out", folder.resolve("n"), "--set", "data.exclude_channels=nothing"),
                "data.exclude_channels",
                "nearest");
    }

    @Test
    void aFitLeavesARunThatEvaluatesSimulatesAndReports() throws IOException {
        Path session = session();
        Path run = fitted(session, "--seed", 9, "--set", "network.tau.learned=unit");
        for (String name : List.of(
                "run.json",
                "config.json",
                "history.csv",
                "parameters.npz",
                "scores.json",
                "report.html",
                "figures/losses.csv",
                "figures/losses.svg",
                "figures/psth-excitatory.svg")) {
            assertTrue(Files.size(run.resolve(name)) > 100, name);
        }
        assertTrue(Files.readString(run.resolve("run.json")).contains("--set network.tau.learned=unit"));
        Answer evaluated = dalescope("evaluate", run, "--json");
        assertEquals(0, evaluated.code(), evaluated.err());
        JsonNode stored = JsonMapper.builder().build().readTree(Files.readString(run.resolve("scores.json")));
        assertEquals(stored.at("/scores/psth_r"), evaluated.json().at("/scores/psth_r"));
        Path rates = folder.resolve("rates.npz");
        assertEquals(0, dalescope("simulate", run, "--noise", 9, "--out", rates).code());
        NpzFile.Content content = NpzFile.read(rates);
        NamedArray array = content.array("rates");
        assertEquals(20, array.shape()[1]);
        assertEquals(evaluated.json().path("trials").asInt(), array.shape()[0]);
        assertEquals(array.shape()[0], content.array("trial_ids").ints().length);
        assertEquals(8, content.array("recorded_units").ints().length);
        assertEquals(0, dalescope("report", run).code());
    }

    @Test
    void theTestPartitionIsCountedEveryTimeItIsOpened() throws IOException {
        Path run = fitted(session());
        assertEquals(0, dalescope("evaluate", run, "--partition", "test").code());
        Answer again = dalescope("evaluate", run, "--partition", "test", "--json");
        assertTrue(again.err().contains("opened 2 times"), again.err());
        assertTrue(Files.readString(run.resolve("run.json")).contains("\"test_opened\" : 2"));
        assertEquals("test", again.json().path("partition").asString());
    }

    @Test
    void badInputIsRefusedInOneSentence() throws IOException {
        Path session = session();
        Path none = folder.resolve("none.mat");
        refused(dalescope("inspect", none), "none.mat", "check the path");
        Path text = folder.resolve("text.mat");
        Files.writeString(text, "hello");
        refused(dalescope("inspect", text, "--json"), "text.mat");
        refused(dalescope("fit", text, "--out", folder.resolve("x")), "text.mat");
        assertFalse(Files.exists(folder.resolve("x")), "nothing is left of a refused fit");
        Path out = folder.resolve("y");
        refused(dalescope("fit", session, "--out", out, "--set", "training.epochs=0"), "training.epochs", "'0'");
        refused(dalescope("fit", session, "--out", out, "--set", "nonsense=1"), "nonsense");
        refused(dalescope("fit", session, "--out", out, "--preset", "nope"), "default");
        refused(dalescope("fit", session, "--out", out, "--device", "cuda:7"), "cuda:7");
        refused(dalescope("fit", session, "--out", out, "--engine", "warp"), "warp");
        refused(dalescope("fit", session, "--out", out, "--threads", "-3"), "--threads");
        refused(dalescope("fit", session, "--out", out, "--split", folder.resolve("s.json")), "s.json");
        refused(
                dalescope(
                        "fit",
                        session,
                        "--out",
                        out,
                        "--set",
                        "network.leak=euler",
                        "--set",
                        "network.tau.initial_e=20"),
                "alpha");
        assertFalse(Files.exists(out), "nothing is left of a refused fit");
        refused(dalescope("synth", "--out", session), "exists");
        refused(dalescope("fit", session, "--out", folder), "other files");
        refused(dalescope("evaluate", folder), "not a run folder");
        refused(dalescope("fit", "--resume", folder), "not a run folder");
        refused(dalescope("synth", "--out", folder.resolve("z"), "--trials", "1"), "trials", "from 10");
    }

    @Test
    void anExistingRunIsNeverOverwritten() {
        Path session = session();
        Path run = fitted(session);
        refused(dalescope("fit", session, "--out", run), "already contains a run", "--resume");
    }

    @Test
    void simulationsReplaceSimulationsAndNothingElse() throws IOException {
        Path session = session();
        Path run = fitted(session);
        refused(dalescope("simulate", run, "--out", session), "not an earlier simulation");
        Path rates = folder.resolve("rates.npz");
        assertEquals(0, dalescope("simulate", run, "--out", rates).code());
        byte[] noisy = Files.readAllBytes(rates);
        assertEquals(0, dalescope("simulate", run, "--noise", 0, "--out", rates).code());
        assertFalse(Arrays.equals(noisy, Files.readAllBytes(rates)), "noise 0 is no noise");
        refused(dalescope(
                "simulate", run, "--partition", "test", "--out", rates.resolveSibling("t"), "--session", run));
    }

    /** Seed 0 is a seed like any other: only an explicit --noise 0 means none. */
    @Test
    void aRunWithSeedZeroSimulatesAsItWasScored() throws IOException {
        Path run = fitted(session(), "--seed", 0);
        Path scored = folder.resolve("scored.npz");
        Path silent = folder.resolve("silent.npz");
        assertEquals(0, dalescope("simulate", run, "--out", scored).code());
        assertEquals(
                0, dalescope("simulate", run, "--noise", 0, "--out", silent).code());
        assertFalse(Arrays.equals(Files.readAllBytes(scored), Files.readAllBytes(silent)));
    }

    @Test
    void wrongUsageExitsWithTwo() {
        assertEquals(2, dalescope("fit").code());
        assertEquals(2, dalescope("fit", "a.mat").code());
        assertEquals(2, dalescope("nonsense").code());
        assertEquals(2, dalescope("fit", "a.mat", "--out", "x", "--seed", "abc").code());
        assertEquals(2, dalescope("fit", "a.mat", "--out", "x", "--set", "abc").code());
        assertEquals(2, dalescope("fit", "--resume", "x", "--epochs", "5").code());
        assertEquals(2, dalescope("fit", "a.mat", "--out", "").code());
        assertEquals(
                2,
                dalescope("fit", "a.mat", "--out", "x", "--epochs", 1, "--set", "training.epochs=2")
                        .code());
    }

    @Test
    void helpExplainsEverySettingAndPreset() {
        Answer help = dalescope("fit", "--help-settings");
        assertEquals(0, help.code());
        assertTrue(help.out().contains("network.tau.initial_e = 30 ms"));
        assertTrue(help.out().contains("preset compatibility"));
        for (String command : List.of(
                "fit", "inspect", "evaluate", "simulate", "demo", "window", "report", "synth", "split", "convert")) {
            Answer answer = dalescope(command, "--help");
            assertEquals(0, answer.code(), command);
            assertTrue(answer.out().contains("Usage"), command);
        }
    }

    @Test
    void settingsWithoutEffectAreReported() {
        Path run = folder.resolve("run");
        Answer answer = dalescope(
                "fit",
                session(),
                "--epochs",
                1,
                "--out",
                run,
                "--threads",
                1,
                "--set",
                "network.tau.max=300",
                "--split",
                splitFile(),
                "--set",
                "data.test_share=0.3");
        assertEquals(0, answer.code(), answer.err());
        assertTrue(answer.err().contains("network.tau.max has no effect"), answer.err());
        assertTrue(answer.err().contains("data.test_share has no effect"), answer.err());
    }

    private Path splitFile() {
        Path file = folder.resolve("split.json");
        String train = java.util.stream.IntStream.range(0, 50)
                .mapToObj(Integer::toString)
                .collect(java.util.stream.Collectors.joining(","));
        String validation = java.util.stream.IntStream.range(50, 80)
                .mapToObj(Integer::toString)
                .collect(java.util.stream.Collectors.joining(","));
        try {
            Files.writeString(file, "{\"train\": [" + train + "], \"validation\": [" + validation + "]}");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return file;
    }

    @Tag("slow")
    @Test
    void benchPrintsEveryNumberOfItsContract() {
        Answer answer = dalescope("bench", "--trials", 24, "--bins", 8, "--units", 5, "--threads", 1, "--json");
        assertEquals(0, answer.code(), answer.err());
        JsonNode json = answer.json();
        assertEquals(24, json.get("trials").intValue());
        assertEquals(5, json.get("units").intValue());
        assertEquals(1, json.get("threads").intValue());
        assertTrue(json.get("engine").stringValue().startsWith("fused"));
        for (String key : List.of("epoch_ms", "forward_ms", "backward_ms", "losses_ms", "scoring_ms", "gemm_gflops")) {
            assertTrue(json.get(key).doubleValue() > 0, key);
        }
        for (String key : List.of("update_ms", "gflops", "memory_mb")) {
            assertTrue(json.get(key).isNumber(), key);
        }
        refused(dalescope("bench", "--trials", 1), "--trials");
        refused(dalescope("bench", "--engine", "quick"), "--engine");
        assertEquals(2, dalescope("bench", "--out", folder).code());
    }

    @Tag("slow")
    @Test
    void doctorTellsOfEveryEngine() {
        Answer answer = dalescope("doctor", "--json");
        assertEquals(0, answer.code(), answer.err());
        JsonNode engines = answer.json().get("engines");
        assertEquals(3, engines.size());
        assertTrue(engines.get(0).get("works").booleanValue());
        Answer words = dalescope("doctor");
        assertTrue(words.out().contains("--engine auto uses"), words.out());
        assertTrue(words.out().contains("tensor on CUDA"), words.out());
    }
}
