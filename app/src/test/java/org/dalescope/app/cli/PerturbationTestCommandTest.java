package org.dalescope.app.cli;

import static org.dalescope.app.cli.Terminal.dalescope;
import static org.dalescope.app.cli.Terminal.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dalescope.app.cli.Terminal.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PerturbationTestCommandTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private Path session() {
        Path file = folder.resolve("lit.dalescope");
        Answer made = dalescope(
                "synth",
                "--out",
                file,
                "--excitatory",
                8,
                "--inhibitory",
                3,
                "--trials",
                80,
                "--bins",
                36,
                "--perturbed",
                0.3);
        assertEquals(0, made.code(), made.err());
        return file;
    }

    private Path run(Path session, String name, Object... settings) {
        Path run = folder.resolve(name);
        Object[] fixed = {"fit", session, "--epochs", 2, "--threads", 1, "--out", run};
        Object[] all = new Object[fixed.length + settings.length];
        System.arraycopy(fixed, 0, all, 0, fixed.length);
        System.arraycopy(settings, 0, all, fixed.length, settings.length);
        Answer fitted = dalescope(all);
        assertEquals(0, fitted.code(), fitted.err());
        return run;
    }

    @Test
    void perturbedTrialsAreLeftOutPredictedAndCompared() throws IOException {
        Path session = session();
        String[] settings = {"--set", "data.perturbed.factor=light", "--set", "data.perturbed.window=300:600"};
        Path one = run(session, "one", "--seed", 1, "--set", settings[1], "--set", settings[3]);
        Path two = run(session, "two", "--seed", 2, "--set", settings[1], "--set", settings[3]);
        Path out = folder.resolve("out");
        Answer answer =
                dalescope("perturbation-test", one, two, "--current", 1, "--json", "--out", out, "--threads", 1);
        assertEquals(0, answer.code(), answer.err());
        assertEquals(1, answer.json().at("/statistics/current/value").asDouble());
        assertTrue(answer.json().at("/statistics/error_not_targeted/value").isNumber());
        for (String name : List.of(
                "measured-perturbation.json", "measured_neurons.csv", "measured_psths.csv", "measured_networks.csv")) {
            assertTrue(Files.size(out.resolve(name)) > 60, name);
        }
        assertEquals(12, Files.readAllLines(out.resolve("measured_neurons.csv")).size());
        Answer scored = dalescope("evaluate", one, "--json", "--threads", 1);
        int leftOut = scored.json().at("/left_out/perturbed_trials").asInt();
        assertTrue(leftOut >= 20 && leftOut <= 24, "24 trials are perturbed, some of them aborted: " + leftOut);
        Answer plain = dalescope("perturbation-test", one, "--threads", 1);
        assertEquals(0, plain.code(), plain.err());
        assertTrue(plain.out().startsWith("Measured and predicted perturbation"), plain.out());
        refused(dalescope("perturbation-test", one, "--current", -1), "--current", "0 or a positive number");
        refused(dalescope("perturbation-test", one, "--calibrate", "300"), "'300'");
        refused(dalescope("perturbation-test", one, "--calibrate", "3000:4000"), "no bin");
        refused(dalescope("perturbation-test", one, "--current", 1, "--calibrate", "300:400"), "--calibrate");
        refused(dalescope("perturbation-test", one, "--partition", "test"), "--partition has no effect");
        refused(dalescope("perturbation-test"), "No run is given");
    }

    @Test
    void aFitThatLearnedFromThemHasNoCurrentAndOneWithoutThemIsRefused() {
        Path session = session();
        Path learned = run(
                session,
                "learned",
                "--set",
                "data.perturbed.factor=light",
                "--set",
                "data.perturbed.learn=on",
                "--set",
                "data.perturbed.units=0-2");
        Answer answer = dalescope("perturbation-test", learned, "--json", "--threads", 1);
        assertEquals(0, answer.code(), answer.err());
        assertFalse(answer.json().at("/statistics").has("current"));
        refused(dalescope("perturbation-test", learned, "--current", 1), "no effect");
        Answer inspected = dalescope("inspect", session, "--set", "data.perturbed.factor=light");
        assertTrue(inspected.out().contains("24 perturbed trials"), inspected.out());
        refused(dalescope("inspect", session, "--set", "data.perturbed.factor=lazer"), "'lazer'", "light");
        Path plain = run(session, "plain");
        refused(dalescope("perturbation-test", plain), "data.perturbed.factor");
        refused(
                dalescope(
                        "fit",
                        session,
                        "--epochs",
                        1,
                        "--out",
                        folder.resolve("no"),
                        "--set",
                        "data.perturbed.factor=laser"),
                "'laser'",
                "light");
        refused(dalescope("synth", "--out", folder.resolve("x"), "--perturbed-current", 2), "no effect");
    }
}
