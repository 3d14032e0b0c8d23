package org.dalescope.app.cli;

import static org.dalescope.app.cli.Terminal.dalescope;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.dalescope.app.cli.Terminal.Answer;
import org.dalescope.model.common.io.NpzFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportCommandTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    private static Path run() {
        return folder.resolve("run");
    }

    @BeforeAll
    static void fit() {
        Path session = Terminal.session(folder);
        Answer fitted = dalescope("fit", session, "--epochs", 3, "--seed", 4, "--threads", 1, "--out", run());
        assertEquals(0, fitted.code(), fitted.err());
    }

    @Test
    void anExportHoldsTheNetworkAndTheScoredRates() throws IOException {
        Path npz = exported("npz", "a/my run.npz");
        NpzFile.Content content = NpzFile.read(npz);
        NpzFile.Content parameters = NpzFile.read(run().resolve("parameters.npz"));
        assertArrayEquals(
                parameters.array("W_rec").doubles(), content.array("W_rec").doubles());
        Path rates = folder.resolve("simulated.npz");
        assertEquals(0, dalescope("simulate", run(), "--out", rates).code());
        NpzFile.Content simulated = NpzFile.read(rates);
        assertArrayEquals(
                simulated.array("rates").doubles(), content.array("model_rates").doubles());
        assertArrayEquals(
                simulated.array("trial_ids").ints(), content.array("trial_ids").ints());
        assertArrayEquals(
                content.array("split_validation").ints(),
                content.array("trial_ids").ints());
        assertEquals(3, content.array("history").shape()[0]);
        assertTrue(Files.exists(npz.resolveSibling("my_run_load_npz.py")));
        Answer again = dalescope("export", run(), "--to", "npz", "--out", npz);
        Terminal.refused(again, "my run.npz already exists", "--out");
        Terminal.refused(dalescope("export", run(), "--to", "xls"), "'xls'", "npz, mat, csv");
    }

    @Test
    void nothingHalfWrittenIsLeft() throws IOException {
        exported("csv", "tables");
        try (Stream<Path> inside = Files.list(folder)) {
            assertFalse(inside.anyMatch(path -> path.toString().endsWith(".part")));
        }
    }

    /** NumPy and SciPy load every format and compute the score anew from the exported rates. */
    @Test
    void thePythonScriptsLoadAndScoreWhatWasWritten() throws IOException, InterruptedException {
        assumeTrue(
                python("-c", "import numpy, scipy.io; print('here')").equals(List.of("here")),
                "/usr/bin/python3 with numpy and scipy is not here");
        Path npz = exported("npz", "b/run.npz");
        Path mat = exported("mat", "b/run.mat");
        Path csv = exported("csv", "c");
        for (Path script : List.of(
                npz.resolveSibling("run_load_npz.py"),
                mat.resolveSibling("run_load_mat.py"),
                csv.resolve("load_csv.py"))) {
            List<String> printed = python(script.toString());
            assertEquals(2, printed.size(), script + ": " + printed);
            assertTrue(printed.getFirst().matches("units \\d+ neurons 8 trials \\d+"), printed.getFirst());
            String[] words = printed.getLast().split("[ ,]+", -1);
            assertEquals(Double.parseDouble(words[4]), Double.parseDouble(words[1]), 2e-6, printed.getLast());
        }
        String same = "import numpy as np, scipy.io, sys; z = np.load(sys.argv[1]); m = scipy.io.loadmat(sys.argv[2]);"
                + "print(all(np.array_equal(z[k].ravel(), m[k].ravel(), equal_nan=True) for k in ('W_rec', 'W_in',"
                + " 'model_rates', 'data_rates', 'mask', 'data_psth', 'model_psth', 'history', 'scores', 'trial_ids')))";
        assertEquals(List.of("True"), python("-c", same, npz.toString(), mat.toString()));
    }

    /** GNU Octave reads MATLAB's language: the script for .mat files uses nothing that it lacks. */
    @Test
    void theMatlabScriptLoadsAndScoresWhatWasWritten() throws IOException, InterruptedException {
        Path octave = Path.of("/usr/bin/octave-cli");
        assumeTrue(Files.isExecutable(octave), "GNU Octave (apt-get install octave) is not here");
        Path mat = exported("mat", "d/run.mat");
        Path script = mat.resolveSibling("run_load_mat.m");
        List<String> printed = printed(octave.toString(), "--norc", "--quiet", script.toString());
        assertTrue(printed.getFirst().matches("units \\d+ neurons 8 trials \\d+"), printed.toString());
        String[] words = printed.get(1).split("[ ,]+", -1);
        assertEquals(Double.parseDouble(words[4]), Double.parseDouble(words[1]), 2e-6, printed.get(1));
    }

    private static Path exported(String format, String name) {
        Path out = folder.resolve(name);
        Answer answer = dalescope("export", run(), "--to", format, "--out", out, "--threads", 1);
        assertEquals(0, answer.code(), answer.err());
        return out;
    }

    private static List<String> python(String... arguments) throws IOException, InterruptedException {
        Path program = Path.of("/usr/bin/python3");
        if (!Files.isExecutable(program)) {
            return List.of();
        }
        return printed(Stream.concat(Stream.of(program.toString()), Stream.of(arguments))
                .toArray(String[]::new));
    }

    private static List<String> printed(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        return printed.lines().toList();
    }
}
