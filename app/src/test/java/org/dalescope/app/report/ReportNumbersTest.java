package org.dalescope.app.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dalescope.app.cli.CommandLineProgram;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.files.SessionFiles;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the report says and hands out, against the run's own records and averages taken here from the session. */
class ReportNumbersTest {
    private static final double INCHES_PER_METRE = 39.3700787;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    private static Path run() {
        return folder.resolve("run");
    }

    private static Path session() {
        return folder.resolve("s.dalescope");
    }

    @BeforeAll
    static void fitAndReport() {
        dalescope("synth --excitatory 6 --inhibitory 2 --trials 80 --bins 20 --seed 5 --out", session());
        dalescope(
                "fit --preset circuit --epochs 2 --seed 3 --threads 1 --set network.bias=off --out", run(), session());
        dalescope("report --threads 1", run());
    }

    @Test
    void theMethodsSayWhatThisRunDid() throws IOException {
        JsonNode record = JsonMapper.builder().build().readTree(Files.readString(run().resolve("run.json")));
        String page = Files.readString(run().resolve("report.html"));
        String methods = page.substring(page.indexOf(">Methods<"));
        JsonNode split = record.get("split");
        for (String said : List.of(
                "SHA-256 " + record.get("session_sha256").asString(),
                "SHA-256 of the split " + split.get("hash").asString(),
                split.get("train").size() + " for training, "
                        + split.get("validation").size() + " for validation and "
                        + split.get("test").size() + " for test",
                "10 units (8 excitatory, 2 inhibitory), of which 8 stand for the recorded neurons",
                "b is 0 throughout",
                "the Poisson likelihood of the spike counts of single bins",
                "penalty 0.02 mean |W|",
                "learned for every unit, from 30.0 ms (E) and 20.0 ms (I)",
                "2 epochs were run; the network is that of epoch "
                        + record.get("best_epoch").asInt(),
                "with seed 3")) {
            assertTrue(methods.contains(said.replace("<", "&lt;")), said + "\n" + methods);
        }
        assertFalse(methods.contains("mean W^2"), "without L2 nothing is said of it");
        assertFalse(methods.contains("z-scored PSTHs"), "this loss compares no PSTHs");
    }

    /** The data's curve is the average of the validation trials that reach a bin. */
    @Test
    void thePsthFiguresNumbersAreTheSessionsAverages() throws IOException {
        Session whole = SessionFiles.open(session());
        JsonNode record = JsonMapper.builder().build().readTree(Files.readString(run().resolve("run.json")));
        int[] validation = IntStream.range(
                        0, record.get("split").get("validation").size())
                .map(i -> record.get("split").get("validation").get(i).asInt())
                .toArray();
        int[] positions = whole.positions(validation);
        List<String[]> rows = Stream.of("psth-excitatory.csv", "psth-inhibitory.csv")
                .flatMap(name -> lines(run().resolve("figures").resolve(name)).skip(1))
                .map(line -> line.split(",", -1))
                .toList();
        assertEquals(0, rows.size() % 8);
        assertTrue(rows.size() > 8 * whole.bins() / 2, "nearly every bin is reached by trials");
        for (String[] cells : rows) {
            int bin = (int)
                    Math.round((Double.parseDouble(cells[4]) - whole.time().centreMs(0)) / 25);
            int neuron = IntStream.range(0, 8)
                    .filter(n -> whole.neurons().get(n).id() == Integer.parseInt(cells[0]))
                    .findFirst()
                    .orElseThrow();
            double[] seen = Arrays.stream(positions)
                    .filter(trial -> (bin + 1) * 25.0 <= whole.durationMs()[trial] + 1e-9)
                    .mapToDouble(trial -> whole.rate(trial, bin, neuron))
                    .toArray();
            assertEquals(seen.length, (int) Double.parseDouble(cells[5]), cells[0] + " at " + cells[4]);
            if (!cells[6].isEmpty()) {
                assertEquals(Arrays.stream(seen).average().orElseThrow(), Double.parseDouble(cells[6]), 1e-4);
            }
        }
    }

    @Test
    void picturesAreForPrint() throws IOException {
        List<Path> pngs = files(".png");
        assertTrue(pngs.size() >= 6, pngs.toString());
        for (Path png : pngs) {
            byte[] bytes = Files.readAllBytes(png);
            int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("pHYs");
            assertTrue(at > 0, png + " says its resolution");
            assertEquals(300, ByteBuffer.wrap(bytes, at + 4, 4).getInt() / INCHES_PER_METRE, 0.5, png.toString());
        }
        List<Path> pdfs = files(".pdf");
        assertEquals(pngs.size(), pdfs.size());
        for (Path pdf : pdfs) {
            String text = Files.readString(pdf, StandardCharsets.ISO_8859_1);
            assertTrue(text.startsWith("%PDF-") && text.stripTrailing().endsWith("%%EOF"), pdf + " is whole");
        }
    }

    private static List<Path> files(String ending) throws IOException {
        try (Stream<Path> inside = Files.list(run().resolve("figures"))) {
            return inside.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void dalescope(String words, Path... paths) {
        String[] arguments = Stream.concat(
                        Stream.of(words.split(" ", -1)), Arrays.stream(paths).map(Path::toString))
                .toArray(String[]::new);
        StringWriter err = new StringWriter();
        int code = CommandLineProgram.run(arguments, new PrintWriter(new StringWriter()), new PrintWriter(err, true));
        assertEquals(0, code, err.toString());
    }
}
