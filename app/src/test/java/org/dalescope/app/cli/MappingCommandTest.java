package org.dalescope.app.cli;

import static org.dalescope.app.cli.Terminal.dalescope;
import static org.dalescope.app.cli.Terminal.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.dalescope.app.cli.Terminal.Answer;
import org.dalescope.model.common.io.NamedArray;
import org.dalescope.model.common.io.NpzFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of arrays is guessed, the guess is edited, and the run remembers it. */
class MappingCommandTest {
    private static final int TRIALS = 90;
    private static final int BINS = 12;
    private static final int NEURONS = 5;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private Path arrays() {
        Random random = new Random(3);
        byte[] counts = new byte[TRIALS * BINS * NEURONS];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = (byte) (random.nextInt(3) + (i / NEURONS % BINS) % 3);
        }
        Path file = folder.resolve("arrays.npz");
        NpzFile.write(
                file,
                List.of(
                        NamedArray.of("spikes", counts, TRIALS, BINS, NEURONS),
                        NamedArray.of("stim", new byte[TRIALS * BINS], TRIALS, BINS),
                        NamedArray.of("cell_type", new int[] {1, 1, 2, 1, 2}),
                        NamedArray.of("dt", new double[] {0.02})));
        return file;
    }

    @Test
    void theMappingOfAFitIsKeptWithTheRunAndUsedAgain() throws IOException {
        Path file = arrays();
        Path mapping = folder.resolve("map.json");
        Answer inspected = dalescope("inspect", file, "--json", "--save-mapping", mapping);
        assertEquals(0, inspected.code(), inspected.err());
        assertEquals(20, inspected.json().path("bin_ms").asDouble());
        String text = Files.readString(mapping);
        Files.writeString(mapping, text.replaceAll("\"bin_ms\" : 20.0", "\"bin_ms\" : 40.0"));
        Answer again = dalescope("inspect", file, "--json", "--mapping", mapping);
        assertEquals(40, again.json().path("bin_ms").asDouble(), again.err());
        Path run = folder.resolve("run");
        Answer fitted = dalescope("fit", file, "--mapping", mapping, "--epochs", 2, "--threads", 1, "--out", run);
        assertEquals(0, fitted.code(), fitted.err());
        assertEquals(
                Files.readString(mapping).strip(),
                Files.readString(run.resolve("mapping.json")).strip());
        assertTrue(Files.readString(run.resolve("run.json")).contains("--mapping"));
        Files.delete(mapping);
        Answer evaluated = dalescope("evaluate", run, "--json", "--threads", 1);
        assertEquals(0, evaluated.code(), evaluated.err());
        Path rates = folder.resolve("rates.npz");
        assertEquals(
                0, dalescope("simulate", run, "--threads", 1, "--out", rates).code());
        assertEquals(60, NpzFile.read(rates).array("time_ms").doubles()[1]);
    }

    @Test
    void theGuessIsWrittenAlsoWhereItIsRefused() throws IOException {
        double[] rates = new double[TRIALS * BINS * NEURONS];
        rates[3] = Double.POSITIVE_INFINITY;
        Path file = folder.resolve("refused.npz");
        NpzFile.write(file, List.of(NamedArray.of("rates", rates, TRIALS, BINS, NEURONS)));
        Path mapping = folder.resolve("guess.json");
        Answer answer = dalescope("inspect", file, "--save-mapping", mapping);
        assertEquals(1, answer.code());
        assertTrue(answer.err().contains("'rates' was taken as the activity"), answer.err());
        assertTrue(Files.readString(mapping).contains("\"variable\" : \"rates\""));
    }

    @Test
    void aGuessedFitNamesItsMappingInTheCommandThatRepeatsIt() throws IOException {
        Path run = folder.resolve("run");
        Answer fitted = dalescope("fit", arrays(), "--epochs", 1, "--threads", 1, "--out", run);
        assertEquals(0, fitted.code(), fitted.err());
        assertTrue(Files.readString(run.resolve("run.json")).contains("--mapping"));
        assertTrue(Files.exists(run.resolve("mapping.json")));
    }

    @Test
    void whatDoesNotFitIsOneSentence() throws IOException {
        Path mapping = folder.resolve("map.json");
        refused(dalescope("inspect", arrays(), "--mapping", mapping), "There is no mapping");
        Files.writeString(
                mapping, "{\"activity\": {\"variable\": \"spoikes\", \"axes\": []}, \"time\": {\"bin_ms\": 20}}");
        refused(dalescope("inspect", arrays(), "--mapping", mapping), "'spoikes'", "'spikes'");
        refused(
                dalescope("inspect", Terminal.session(folder), "--save-mapping", folder.resolve("m.json")),
                "does not need a mapping");
    }
}
