package org.dalescope.app.cli;

import static org.dalescope.app.cli.Terminal.dalescope;
import static org.dalescope.app.cli.Terminal.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.dalescope.app.cli.Terminal.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import tools.jackson.databind.JsonNode;

class SuiteCommandTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private Path plan() throws IOException {
        Path file = folder.resolve("plan.json");
        Files.writeString(file, """
                {"name": "taus", "settings": {"training": {"epochs": 3}}, "seeds": [4, 9],
                 "arms": [{"name": "unit", "settings": {"network": {"tau": {"learned": "unit"}}}},
                          {"name": "two-epochs", "settings": {"training": {"epochs": 2}}}]}""");
        return file;
    }

    @Test
    void aSuiteEndsInATableAReportAndRunsThatOpen() throws IOException {
        Path session = Terminal.session(folder);
        Path out = folder.resolve("suite");
        Answer answer = dalescope("suite", plan(), "--session", session, "--out", out, "--threads", 1);
        assertEquals(0, answer.code(), answer.err());
        assertTrue(answer.err().contains("3 arms x 2 seeds = 6 fits."), answer.err());
        assertTrue(answer.err().contains("[  6 of 6]"), answer.err());
        for (String words : List.of("two-epochs", "psth_r", "smallest p", "report.html", "comparison.csv")) {
            assertTrue(answer.out().contains(words), words + " in " + answer.out());
        }
        String report = Files.readString(out.resolve("report.html"));
        for (String words : List.of("network.tau.learned = unit", "within one experiment", "SHA-256", "<svg")) {
            assertTrue(report.contains(words), words);
        }
        // Finished fits are not repeated: no line of a fit, the same table.
        Answer again = dalescope("suite", plan(), "--session", session, "--out", out, "--threads", 1, "--json");
        assertTrue(again.err().contains("6 of them finished before"), again.err());
        assertEquals(0, again.err().lines().filter(line -> line.startsWith("[")).count());
        JsonNode arms = again.json().at("/sessions/0/arms");
        assertEquals(3, arms.size());
        assertEquals("unit", arms.at("/1/changes").path("network.tau.learned").asString());
        anEnsembleIsScoredAsTheSuiteScoredIt(out, arms.at("/0/ensemble/psth_r").asDouble());
        assertEquals(0, dalescope("report", out).code());
    }

    /** The shipped plan with few epochs: the figure has its size on paper, and all of its numbers are there. */
    @Test
    void theGrantFigureIsWrittenInItsSizeOnPaper() throws IOException {
        Path session = Terminal.session(folder.resolve("session.dalescope"), 6, 2, 120, 60, 5);
        Path out = folder.resolve("grant");
        Answer answer = dalescope(
                "suite",
                "grant-figure",
                "--session",
                session,
                "--out",
                out,
                "--threads",
                1,
                "--seeds",
                2,
                "--set",
                "training.epochs=2",
                "--set",
                "data.test_share=0.3",
                "--factors",
                "location, reward");
        assertEquals(0, answer.code(), answer.err());
        assertTrue(answer.out().contains("for location and reward: "), answer.out());
        assertTrue(answer.out().contains("data.fitted_types=E) than the base, so its scores are not compared"));
        Path figures = out.resolve("figures");
        try (PDDocument document =
                Loader.loadPDF(figures.resolve("grant-figure.pdf").toFile())) {
            PDRectangle page = document.getPage(0).getMediaBox();
            assertEquals(180 * 72 / 25.4, page.getWidth(), 0.01);
            assertEquals(130 * 72 / 25.4, page.getHeight(), 0.01);
        }
        String svg = Files.readString(figures.resolve("grant-figure.svg"));
        Element root = root(svg);
        assertEquals("180.0mm", root.getAttribute("width"));
        assertEquals("130.0mm", root.getAttribute("height"));
        // 8 neurons are not more than the inputs, so panel D says why it has no answer.
        for (String words : List.of("Task and network", "Inhibitory input", "target_loc_1", "more neurons than")) {
            assertTrue(svg.contains(words), words);
        }
        // A header, and the panels B, C and E for two factors.
        assertEquals(7, Files.readAllLines(figures.resolve("grant-figure.csv")).size());
        String report = Files.readString(out.resolve("report.html"));
        assertTrue(report.contains("Does local inhibition carry the selectivity?"));
        refused(
                dalescope("suite", plan(), "--session", session, "--out", out, "--factors", "reward"),
                "asks no question about factors");
    }

    private static Element root(String xml) {
        try {
            return DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(xml)))
                    .getDocumentElement();
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new AssertionError("not XML: " + xml.substring(0, 400), e);
        }
    }

    /** A seed's bits do not depend on the seeds beside it. */
    @Test
    void severalSeedsAreFittedAtOnceAndEachIsTheFitAlone() throws IOException {
        Path session = Terminal.session(folder);
        Path out = folder.resolve("seeds");
        Answer answer = dalescope("fit", session, "--seeds", 3, "--epochs", 3, "--out", out, "--threads", 2);
        assertEquals(0, answer.code(), answer.err());
        assertTrue(answer.err().contains("3 seeds = 3 fits."), answer.err());
        assertTrue(answer.out().contains("base"), answer.out());
        Path alone = folder.resolve("alone");
        assertEquals(
                0,
                dalescope("fit", session, "--seed", 2, "--epochs", 3, "--out", alone, "--threads", 1)
                        .code());
        Path runs = out.resolve("runs").resolve(onlyChild(out.resolve("runs"))).resolve("base");
        assertEquals(
                -1,
                Files.mismatch(
                        alone.resolve("parameters.npz"), runs.resolve("seed-2").resolve("parameters.npz")));
        String scores = Files.readString(alone.resolve("scores.json"));
        assertEquals(scores, Files.readString(runs.resolve("seed-2").resolve("scores.json")));
        assertTrue(Files.readString(out.resolve("report.html")).contains("<svg"));
        // The same command continues: nothing is fitted again.
        Answer again = dalescope("fit", session, "--seeds", 3, "--epochs", 3, "--out", out, "--threads", 2);
        assertTrue(again.err().contains("3 of them finished before"), again.err());
        Answer both = dalescope("fit", session, "--seeds", 3, "--seed", 2, "--out", out);
        assertEquals(2, both.code());
        assertTrue(both.err().contains("remove --resume and --seed"), both.err());
    }

    private static void anEnsembleIsScoredAsTheSuiteScoredIt(Path out, double wanted) {
        Path runs = out.resolve("runs").resolve(onlyChild(out.resolve("runs"))).resolve("base");
        Path file = out.resolveSibling("ensemble.json");
        Answer answer = dalescope(
                "evaluate", runs.resolve("seed-4"), runs.resolve("seed-9"), "--json", "--out", file, "--threads", 1);
        assertEquals(0, answer.code(), answer.err());
        assertEquals(wanted, answer.json().at("/scores/psth_r/value").asDouble(), 1e-12);
        assertEquals(2, answer.json().path("networks").asInt());
        assertTrue(Files.exists(file));
        refused(dalescope("evaluate", runs.resolve("seed-4"), runs.resolve("seed-4")), "given twice");
    }

    private static Path onlyChild(Path folder) {
        try (var children = Files.list(folder)) {
            return children.map(Path::getFileName).toList().getFirst();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void whatIsWrongIsSaidInOneSentenceAndLeavesNothing() throws IOException {
        Path session = Terminal.session(folder);
        Path out = folder.resolve("none");
        refused(dalescope("suite", "experiment-9", "--session", session, "--out", out), "experiment-2");
        refused(dalescope("suite", plan(), "--out", out), "has no session");
        refused(dalescope("suite", plan(), "--session", folder.resolve("no.mat"), "--out", out), "no.mat");
        refused(dalescope("suite", plan(), "--session", session, "--session", session, "--out", out), "share a folder");
        refused(
                dalescope("suite", plan(), "--session", session, "--out", out, "--set", "training.epoch=3"),
                "training.epochs");
        // Both arms then do the same.
        refused(
                dalescope("suite", plan(), "--session", session, "--out", out, "--set", "training.epochs=3"),
                "same settings");
        refused(dalescope("suite", plan(), "--session", session, "--out", folder), "other files");
        refused(dalescope("suite", plan(), "--session", session, "--out", session), "is a file");
        assertTrue(Files.notExists(out));
    }

    @Test
    void plansThatShipAreListed() {
        Answer answer = dalescope("suite", "--list");
        assertEquals(0, answer.code());
        assertEquals(13, answer.out().lines().count());
        assertTrue(answer.out().contains("the-plan: "));
    }
}
