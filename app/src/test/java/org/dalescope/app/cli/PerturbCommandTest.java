package org.dalescope.app.cli;

import static org.dalescope.app.cli.Terminal.dalescope;
import static org.dalescope.app.cli.Terminal.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dalescope.app.cli.Terminal.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PerturbCommandTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private Path run(Path session, int seed) {
        Path run = folder.resolve("run-" + seed);
        Answer fitted = dalescope("fit", session, "--epochs", 2, "--seed", seed, "--threads", 1, "--out", run);
        assertEquals(0, fitted.code(), fitted.err());
        return run;
    }

    @Test
    void aPerturbationIsToldWithItsScoresAndRepeatedFromItsJson() throws IOException {
        Path session = Terminal.session(folder);
        Path one = run(session, 1);
        Path two = run(session, 2);
        Path out = folder.resolve("out");
        Answer answer = dalescope(
                "perturb",
                one,
                two,
                "--silence",
                "I",
                "--strength",
                0.5,
                "--cut",
                "E->I:0.5",
                "--window",
                "0:200",
                "--json",
                "--out",
                out,
                "--threads",
                1);
        assertEquals(0, answer.code(), answer.err());
        assertEquals(
                "silence I 0.5; cut E->I 0.5; window 0:200",
                answer.json().path("text").asString());
        assertTrue(answer.json().at("/statistics/change_i_window/value").asDouble() < 0);
        double intact = answer.json().at("/statistics/psth_r_intact/value").asDouble();
        Answer evaluated = dalescope("evaluate", one, two, "--json", "--threads", 1);
        assertEquals(evaluated.json().at("/scores/psth_r/value").asDouble(), intact, 1e-4);
        for (String name : List.of("perturb.json", "perturb_neurons.csv", "perturb_types.csv", "perturb_psths.csv")) {
            assertTrue(Files.size(out.resolve(name)) > 100, name);
        }
        Path file = folder.resolve("perturbation.json");
        Files.writeString(file, answer.json().path("perturbation").toString());
        Answer again = dalescope("perturb", one, two, "--from", file, "--json", "--threads", 2);
        assertEquals(answer.out(), again.out());
    }

    @Test
    void whatHasNoEffectIsAWarningAndWhatIsWrongARefusal() {
        Path run = run(Terminal.session(folder), 1);
        Answer nothing = dalescope("perturb", run, "--silence", "all", "--strength", 0, "--threads", 1);
        assertEquals(0, nothing.code(), nothing.err());
        assertTrue(nothing.err().contains("changes nothing"), nothing.err());
        assertTrue(nothing.out().contains("change_e_window"), nothing.out());
        assertTrue(nothing.out().contains("not defined"), "there is nothing after the whole trial");
        refused(dalescope("perturb", run), "No perturbation is given");
        refused(dalescope("perturb", run, "--silence", "J"), "'J'", "recorded");
        refused(dalescope("perturb", run, "--lesion", "go_signa"), "go_signal");
        refused(dalescope("perturb", run, "--silence", "ids:1000"), "1000");
        refused(dalescope("perturb", run, "--drive", "E"), "--current");
        refused(dalescope("perturb", run, "--silence", "E", "--current", 1), "--drive");
        refused(dalescope("perturb", run, "--silence", "E", "--window", "90000:"), "contains no bin");
        refused(dalescope("perturb", run, "--from", folder.resolve("none.json")), "none.json");
        refused(dalescope("perturb", "--silence", "E"), "No run is given");
    }
}
