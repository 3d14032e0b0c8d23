package org.dalescope.app.ui;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TreeTableView;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.dalescope.app.ui.analysis.AnalysisState;
import org.dalescope.app.ui.control.Appearance;
import org.dalescope.app.ui.control.ChartPane;
import org.dalescope.app.ui.shell.MainWindow;
import org.dalescope.app.ui.suite.SuiteSnapshot;
import org.dalescope.model.analysis.catalogue.AnalysisKind;
import org.dalescope.model.common.InputError;
import org.dalescope.model.engine.choice.EngineFactory;
import org.dalescope.model.run.store.RunLibrary;

/** Moves a window from outside its thread, and waits for conditions. */
final class WindowRobot {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int PULSES = 3;
    private static final long POLL_MS = 20;
    private static final long SETTLE_MS = 120;
    private final MainWindow window;
    private final Stage stage;
    private final Map<String, Double> scrolled = new HashMap<>();
    private volatile Optional<String> expected = Optional.empty();

    private WindowRobot(MainWindow window, Stage stage) {
        this.window = window;
        this.stage = stage;
    }

    static WindowRobot open(RunLibrary runs, IntFunction<EngineFactory.Source> engines)
            throws InterruptedException, ExecutionException {
        FutureTask<WindowRobot> opening = new FutureTask<>(() -> {
            MainWindow window = new MainWindow(runs, engines, new SilentDialogs());
            Stage stage = new Stage();
            Scene scene = new Scene(window.root(), 990, 800);
            window.install(scene);
            window.restorePanes(990);
            stage.setScene(scene);
            stage.show();
            return new WindowRobot(window, stage);
        });
        Platform.startup(opening);
        return opening.get();
    }

    void openDemo() throws InterruptedException, ExecutionException {
        onWindow(() -> {
            window.openDemo();
            return true;
        });
        await(() -> window.workspace().sessionProperty().get().isPresent());
    }

    /** Opens a session's file. */
    void openSession(Path file) throws InterruptedException, ExecutionException {
        onWindow(() -> {
            window.open(file);
            return true;
        });
        await(() -> window.workspace()
                .sessionProperty()
                .get()
                .filter(open -> open.session().source().file().equals(file))
                .isPresent());
    }

    /** Shows how the open session was understood. */
    void showMapping() throws InterruptedException, ExecutionException {
        onWindow(() -> {
            window.showMapping();
            return true;
        });
        await(() -> window.workspace().mapping().shownProperty().get());
    }

    /** Opens a file that is refused, and waits for what can be done about it. */
    void openDoubtful(Path file) throws InterruptedException, ExecutionException {
        onWindow(() -> {
            window.open(file);
            return true;
        });
        await(() -> window.workspace()
                .notices()
                .shownProperty()
                .get()
                .filter(notice -> !notice.remedies().isEmpty())
                .isPresent());
    }

    /** Shows one of the views inside the session's tab, from 0. */
    void showInSession(int index) throws InterruptedException, ExecutionException {
        onWindow(() -> {
            window.showInSession(index);
            return true;
        });
    }

    void set(Map<String, String> settings) throws InterruptedException, ExecutionException {
        onWindow(() -> {
            settings.forEach((key, value) -> window.workspace()
                    .configuration()
                    .setting(key)
                    .textProperty()
                    .set(value));
            return true;
        });
    }

    void startFit() throws InterruptedException, ExecutionException {
        onWindow(() -> {
            window.startFit();
            return true;
        });
    }

    void awaitEpochs(int epochs) throws InterruptedException, ExecutionException {
        await(() -> window.workspace()
                .runProperty()
                .get()
                .filter(run -> run.history().size() >= epochs)
                .isPresent());
    }

    /** Waits until the fit that was started is over; what was on show before is over already. */
    void awaitEnd() throws InterruptedException, ExecutionException {
        await(() -> !window.workspace().busy().get()
                && window.workspace()
                        .runProperty()
                        .get()
                        .filter(run -> !run.isLive() && run.score().isPresent())
                        .isPresent());
    }

    /** Starts a suite and opens its tab. */
    void startSuite(Path plan) throws InterruptedException, ExecutionException {
        onWindow(() -> {
            window.workspace().suite().setup().choose(plan);
            window.startSuite();
            return true;
        });
    }

    void awaitSuite(Predicate<SuiteSnapshot> condition) throws InterruptedException, ExecutionException {
        await(() -> window.workspace()
                .suite()
                .pictureProperty()
                .get()
                .filter(condition)
                .isPresent());
    }

    /** Opens arms in the table, to show their seeds. */
    void expand(int... arms) throws InterruptedException, ExecutionException {
        onWindow(() -> {
            if (stage.getScene().lookup("#suite-table") instanceof TreeTableView<?> table) {
                for (int arm : arms) {
                    table.getRoot().getChildren().get(arm).setExpanded(true);
                }
            }
            return true;
        });
    }

    /** Shows an analysis of the run on show, and waits for its result and its charts. */
    void analyse(int tab, AnalysisKind kind) throws InterruptedException, ExecutionException {
        onWindow(() -> {
            window.showTab(tab);
            window.workspace().analyses().kindProperty().set(kind);
            return true;
        });
        await(() -> window.workspace().analyses().stateProperty().get() instanceof AnalysisState.Done);
        Thread.sleep(5 * SETTLE_MS);
    }

    /** Shows a tab and waits until a label in it says something. */
    void awaitText(String selector, int tab, String words) throws InterruptedException, ExecutionException {
        onWindow(() -> {
            window.showTab(tab);
            return true;
        });
        await(() -> stage.getScene().lookup(selector) instanceof Label label
                && label.getText().contains(words));
    }

    /** The run folder of the first fit of the suite on show. */
    Path firstRun() throws InterruptedException, ExecutionException {
        return onWindow(() -> {
            SuiteSnapshot suite =
                    window.workspace().suite().pictureProperty().get().orElseThrow();
            return suite.folder()
                    .run(suite.results().fits().keySet().iterator().next())
                    .folder();
        });
    }

    /** What moves the library and the comparison. */
    ComparisonRobot comparison() {
        return new ComparisonRobot(this, window, stage);
    }

    /** Opens a run folder. */
    void openRun(Path folder) throws InterruptedException, ExecutionException {
        onWindow(() -> {
            window.open(folder);
            return true;
        });
        await(() -> window.workspace()
                .runProperty()
                .get()
                .filter(run -> run.folder().folder().equals(folder))
                .isPresent());
    }

    /** Chooses a tab of a view by its place, from 0. */
    void choose(String selector, int tab) throws InterruptedException, ExecutionException {
        onWindow(() -> {
            if (stage.getScene().lookup(selector) instanceof TabPane tabs) {
                tabs.getSelectionModel().select(tab);
            }
            return true;
        });
    }

    /** Scrolls a view, 0 to its top and 1 to its end; it stays there in pictures of every size. */
    void scroll(String selector, double place) throws InterruptedException, ExecutionException {
        onWindow(() -> {
            scrolled.put(selector, place);
            return scroll(stage.getScene());
        });
    }

    private boolean scroll(Scene scene) {
        scrolled.forEach((selector, place) -> {
            if (scene.lookup(selector) instanceof ScrollPane pane) {
                pane.setVvalue(place);
            }
        });
        return true;
    }

    /** Lets every picture from now on wait until a chart shows something, or none any more. */
    void expect(Optional<String> chart) {
        expected = chart;
    }

    /** A chart that is made elsewhere is drawn without its curves first. */
    private boolean isDrawn(Scene scene) {
        return expected.map(scene::lookup)
                .filter(node -> node instanceof ChartPane pane && pane.points() == 0)
                .isEmpty();
    }

    /** Shows the run on show as it was at an epoch; empty as it is. */
    void lookBack(Optional<Integer> epoch) throws InterruptedException, ExecutionException {
        onWindow(() -> {
            window.workspace().epoch().epochProperty().set(epoch);
            return true;
        });
    }

    /** Presses a button or a toggle. */
    void press(String selector) throws InterruptedException, ExecutionException {
        onWindow(() -> {
            if (stage.getScene().lookup(selector) instanceof ButtonBase button) {
                button.fire();
            }
            return true;
        });
    }

    /** Does what a key of the window does. */
    void pressKeys(String keys) throws InterruptedException, ExecutionException {
        onWindow(() -> {
            Optional.ofNullable(stage.getScene().getAccelerators().get(KeyCombination.valueOf(keys)))
                    .ifPresent(Runnable::run);
            return true;
        });
    }

    /** Waits until a text is there. */
    void awaitNonEmpty(String selector) throws InterruptedException, ExecutionException {
        await(() -> stage.getScene().lookup(selector) instanceof TextInputControl text
                && !text.getText().isEmpty());
    }

    void openDamaged(Path file) throws InterruptedException, ExecutionException {
        onWindow(() -> {
            window.open(file);
            return true;
        });
        await(() -> window.workspace().notices().shownProperty().get().isPresent());
    }

    void focus(String selector) throws InterruptedException, ExecutionException {
        onWindow(() -> {
            Optional.ofNullable(stage.getScene().lookup(selector)).ifPresent(node -> node.requestFocus());
            return true;
        });
    }

    /** A picture of the window once layout has come to rest. */
    WritableImage shoot(int tab, boolean dark, int width, int height) throws InterruptedException, ExecutionException {
        onWindow(() -> {
            window.showTab(tab);
            window.appearance().darkProperty().set(dark);
            return true;
        });
        // The headless platform's screen is 1000 x 1000: a scene without a stage may be larger.
        Scene scene = onWindow(() -> {
            stage.getScene().setRoot(new StackPane());
            Scene larger = new Scene(window.root(), width, height);
            Appearance.style(larger);
            return larger;
        });
        for (int pulse = 0; pulse < PULSES; pulse++) {
            onWindow(() -> {
                window.rearrange(width);
                scroll(scene);
                return scene.snapshot(null);
            });
            Thread.sleep(SETTLE_MS);
        }
        await(() -> isDrawn(scene));
        WritableImage image = onWindow(() -> scene.snapshot(null));
        return onWindow(() -> {
            scene.setRoot(new StackPane());
            stage.getScene().setRoot(window.root());
            return image;
        });
    }

    void close() throws InterruptedException {
        window.close(PATIENCE.toMillis());
        Platform.exit();
    }

    void await(Callable<Boolean> condition) throws InterruptedException, ExecutionException {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!onWindow(condition)) {
            if (Instant.now().isAfter(deadline)) {
                throw new InputError(
                        "The window did not come to where the picture was to be taken within " + PATIENCE + ".");
            }
            Thread.sleep(POLL_MS);
        }
    }

    static <T> T onWindow(Callable<T> work) throws InterruptedException, ExecutionException {
        FutureTask<T> task = new FutureTask<>(work);
        Platform.runLater(task);
        return task.get();
    }
}
