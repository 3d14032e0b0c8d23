package org.dalescope.app.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import org.dalescope.model.analysis.catalogue.AnalysisKind;
import org.dalescope.model.engine.fused.FusedEngine;
import org.dalescope.model.run.store.RunLibrary;

/** Pictures of every view, made by really fitting the demo session; works on a machine without a display. */
public final class Screenshots {
    private static final int EPOCHS = 75;
    private static final int SUITE = 4;
    private static final int ANALYSES = 5;
    private static final int PERTURB = 6;
    private static final int COMPARE = 7;
    private static final String PLAN = """
            {"name": "losses", "help": "Which loss of single neurons fits best, and do time constants of their own help?",
             "settings": {"training": {"epochs": 40}}, "seeds": [1, 2, 3],
             "arms": [
               {"name": "poisson", "settings": {"loss": {"neuron": {"kind": "poisson"}}}},
               {"name": "correlation", "settings": {"loss": {"neuron": {"kind": "correlation"}}}},
               {"name": "tau-unit", "settings": {"network": {"tau": {"learned": "unit"}}}},
               {"name": "l2-0.01", "settings": {"loss": {"l2": 0.01}}}]}""";

    /**
     * A size of the window.
     *
     * @param width in pixels
     * @param height in pixels
     */
    private record Size(int width, int height) {
        @Override
        public String toString() {
            return width + "x" + height;
        }
    }

    private static final List<Size> SIZES = List.of(new Size(1280, 800), new Size(1000, 1000));
    private final WindowRobot stage;
    private final Path folder;

    private Screenshots(WindowRobot stage, Path folder) {
        this.stage = stage;
        this.folder = folder;
    }

    /** Writes the pictures into a folder, named view-theme-size.png. */
    public static void take(Path folder) {
        WindowLauncher.quietenToolkit();
        if (!WindowLauncher.hasDisplay()) {
            System.setProperty("glass.platform", "Headless");
            System.setProperty("prism.order", "sw");
            System.setProperty("java.awt.headless", "true");
        }
        try {
            Files.createDirectories(folder);
            RunLibrary runs = new RunLibrary(Files.createTempDirectory("dalescope-pictures"));
            WindowRobot stage = WindowRobot.open(runs, threads -> (size, preferred, notes) -> new FusedEngine(1));
            new Screenshots(stage, folder).all();
            stage.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private void all() throws InterruptedException, ExecutionException {
        picture("start", 0);
        picture("compare-empty", COMPARE);
        preferences();
        stage.openDemo();
        List<String> inside =
                List.of("session", "session-neurons", "session-trials", "session-population", "session-inputs");
        for (int view = 0; view < inside.size(); view++) {
            stage.showInSession(view);
            picture(inside.get(view), 0);
        }
        stage.showInSession(0);
        stage.set(Map.of("training.epochs", Integer.toString(EPOCHS), "network.tau.learned", "unit"));
        stage.startFit();
        stage.awaitEpochs(EPOCHS / 5);
        picture("fit-running", 1);
        stage.awaitEnd();
        picture("fit", 1);
        circuit("fit-circuit");
        stage.lookBack(Optional.of(8));
        picture("fit-past", 1);
        stage.lookBack(Optional.empty());
        picture("psths", 2);
        picture("time-constants", 3);
        stage.set(Map.of("data.validation_share", "2.5", "network.tau.initial_i", "20"));
        stage.focus("#set-data-validation_share");
        picture("configuration", 0);
        stage.set(Map.of("data.validation_share", "0.2"));
        suites();
        mappings();
        crowd();
        Path damaged = folder.resolve("damaged.dalescope");
        write(damaged);
        stage.openDamaged(damaged);
        picture("refused", 1);
    }

    /** The end of the scope, with the eigenvalues, which take a while. */
    private void circuit(String name) throws InterruptedException, ExecutionException {
        stage.scroll("#scope", 1);
        stage.expect(Optional.of("#stability"));
        // Nobody keeps this one: a canvas without a window shows what came late only once it has another size.
        stage.shoot(1, true, SIZES.getLast().width(), SIZES.getLast().height());
        picture(name, 1);
        stage.expect(Optional.empty());
        stage.scroll("#scope", 0);
    }

    /** With the self-test's report. */
    private void preferences() throws InterruptedException, ExecutionException {
        stage.pressKeys("Shortcut+COMMA");
        stage.press("#self-test");
        stage.awaitNonEmpty("#self-test-report");
        picture("preferences", 0);
        stage.press("#close-preferences");
    }

    /** A file that says nothing by itself: guessed, refused, and explained. */
    private void mappings() throws InterruptedException, ExecutionException {
        Path guessed = folder.resolve("arrays.npz");
        Path doubtful = folder.resolve("doubtful.npz");
        ExampleArrays.write(guessed);
        ExampleArrays.writeTable(doubtful);
        stage.openSession(guessed);
        stage.showInSession(0);
        picture("session-guessed", 0);
        stage.showMapping();
        picture("mapping", 0);
        stage.openDoubtful(doubtful);
        picture("mapping-offered", 0);
        stage.press("#choose-mapping");
        picture("mapping-refused", 0);
        delete(guessed);
        delete(doubtful);
    }

    /** Two hundred neurons under the longest of names. */
    private void crowd() throws InterruptedException, ExecutionException {
        Path file = folder.resolve(
                "Bartholomaeus-prefrontal-array-B-2026-11-25-delayed-response-with-salience-sorted-by-hand.npz");
        ExampleArrays.writeMany(file);
        stage.openSession(file);
        stage.showInSession(1);
        picture("crowded-neurons", 0);
        stage.set(Map.of("training.epochs", "6"));
        stage.startFit();
        stage.awaitEpochs(1);
        stage.awaitEnd();
        picture("crowded-fit", 1);
        circuit("crowded-circuit");
        picture("crowded-psths", 2);
        picture("crowded-time-constants", 3);
        delete(file);
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void suites() throws InterruptedException, ExecutionException {
        picture("suite-empty", SUITE);
        stage.set(Map.of("network.tau.learned", "population"));
        stage.startSuite(plan());
        stage.awaitSuite(suite -> suite.finished() >= 6 && !suite.live().isEmpty());
        picture("suite-running", SUITE);
        stage.awaitSuite(suite -> !suite.isLive());
        stage.expand(1);
        picture("suite", SUITE);
        analyses();
        comparison();
        stage.press("#suite-health");
        stage.choose("#suite-charts", 1);
        picture("suite-plausibility", SUITE);
    }

    /** The analyses of an arm of the suite on show. */
    private void analyses() throws InterruptedException, ExecutionException {
        stage.openRun(stage.firstRun());
        Map<AnalysisKind, String> views = new LinkedHashMap<>();
        views.put(AnalysisKind.VARIABILITY, "analyses-variability");
        views.put(AnalysisKind.SELECTIVITY_OVER_TRAINING, "analyses-over-training");
        views.put(AnalysisKind.CONNECTIVITY, "analyses-connectivity");
        views.put(AnalysisKind.POPULATION, "analyses-population");
        for (Map.Entry<AnalysisKind, String> view : views.entrySet()) {
            stage.analyse(ANALYSES, view.getKey());
            picture(view.getValue(), ANALYSES);
        }
        stage.analyse(ANALYSES, AnalysisKind.SELECTIVITY);
        picture("analyses-selectivity", ANALYSES);
        stage.choose("#analysis-views", 1);
        picture("analyses-statistics", ANALYSES);
        stage.choose("#analysis-views", 2);
        picture("analyses-tables", ANALYSES);
        stage.choose("#analysis-views", 0);
        stage.analyse(ANALYSES, AnalysisKind.ENSEMBLE);
        picture("analyses-ensemble", ANALYSES);
        stage.analyse(ANALYSES, AnalysisKind.PERTURBATION);
        picture("analyses-perturbation", ANALYSES);
        stage.awaitText("#perturb-caption", PERTURB, "with selectivity");
        picture("perturb", PERTURB);
    }

    /** Fits of the suite on show beside each other, and one of them behind the single fit. */
    private void comparison() throws InterruptedException, ExecutionException {
        ComparisonRobot comparison = stage.comparison();
        comparison.note("good, figure 2", "Looks odd after the reward");
        comparison.compareFits(6);
        List<String> parts = List.of("curves", "neurons", "psths", "weights", "settings", "table");
        for (int part = 0; part < parts.size(); part++) {
            comparison.show(COMPARE, part);
            picture("compare-" + parts.get(part), COMPARE);
        }
        comparison.group(COMPARE, "by arm of the suite");
        picture("compare-groups", COMPARE);
        comparison.ghost();
        picture("fit-ghost", 1);
        comparison.search("tau.learned=unit");
        comparison.askToDelete();
        picture("library", 1);
        comparison.saveState();
        comparison.search("");
    }

    /** The first experiment, short enough for a picture. */
    private static Path plan() {
        try {
            Path file = Files.createTempDirectory("dalescope-plan").resolve("losses.json");
            Files.writeString(file, PLAN);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void picture(String view, int tab) throws InterruptedException, ExecutionException {
        for (boolean dark : new boolean[] {false, true}) {
            for (Size size : SIZES) {
                WritableImage image = stage.shoot(tab, dark, size.width(), size.height());
                Path file = folder.resolve(view + (dark ? "-dark-" : "-light-") + size + ".png");
                try {
                    ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file.toFile());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    /** A file that no reader takes. */
    private static void write(Path damaged) {
        try {
            Files.writeString(damaged, "this is not a session");
            damaged.toFile().deleteOnExit();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
