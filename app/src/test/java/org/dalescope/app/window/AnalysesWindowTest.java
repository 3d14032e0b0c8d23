package org.dalescope.app.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.dalescope.app.FittedSeeds;
import org.dalescope.app.window.analysis.AnalysisState;
import org.dalescope.app.window.shell.FileDialogs;
import org.dalescope.app.window.shell.MainWindow;
import org.dalescope.model.analysis.AnalysisKind;
import org.dalescope.model.engine.FusedEngine;
import org.dalescope.model.run.RunLibrary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/** A seed of an arm is opened and its analyses are looked at, chosen among, copied and saved. */
class AnalysesWindowTest extends ApplicationTest {
    private static final int DEADLINE_SECONDS = 60;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private MainWindow window;

    private Optional<Path> answer = Optional.empty();

    @Override
    public void start(Stage stage) {
        window = new MainWindow(
                new RunLibrary(folder.resolve("runs")),
                threads -> (size, preferred, notes) -> new FusedEngine(1),
                dialogs());
        Scene scene = new Scene(window.root(), 990, 900);
        window.install(scene);
        window.arrange(990);
        stage.setScene(scene);
        stage.show();
    }

    @AfterEach
    void close() throws InterruptedException {
        window.close(30_000);
    }

    @Test
    void analysesOfAnArmAreLookedAtAndTakenAway() throws TimeoutException, IOException {
        FittedSeeds fitted = FittedSeeds.in(folder);
        Path run = fitted.runs().getFirst().folder();
        interact(() -> window.open(run));
        await(() -> window.workspace().run().get().isPresent());
        interact(() -> window.showTab(5));
        await(() -> isDone("rates"));
        assertTrue(lookup("#analysis-about").queryAs(Label.class).getText().endsWith("Of 2 seeds of this arm."));

        interact(() -> window.workspace().analyses().kind().set(AnalysisKind.SELECTIVITY));
        await(() -> isDone("selectivity"));
        await(() -> lookup("#analysis-selectivity").tryQuery().isPresent());
        ComboBox<String> factor = lookup("#analysis-choice-factor").queryComboBox();
        assertTrue(factor.getItems().size() > 1);
        interact(() -> factor.getSelectionModel().selectLast());

        TabPane inside = lookup("#analysis-views").queryAs(TabPane.class);
        interact(() -> inside.getSelectionModel().select(1));
        await(() -> !lookup("#analysis-statistics")
                .queryAs(TableView.class)
                .getItems()
                .isEmpty());
        assertTrue(lookup("#analysis-definition").queryAs(Label.class).getText().contains("AUC index"));

        interact(() -> inside.getSelectionModel().select(2));
        await(() -> lookup("#analysis-copy").tryQuery().isPresent());
        clickOn("#analysis-copy");
        answer = Optional.of(folder.resolve("table.csv"));
        clickOn("#analysis-save");
        await(() -> Files.exists(folder.resolve("table.csv")));
        String csv = Files.readString(folder.resolve("table.csv"));
        assertTrue(csv.startsWith("factor,window,neuron,type,pair,index_data"), csv);
        assertEquals(csv, onWindow(() -> Clipboard.getSystemClipboard().getString()));

        interact(() -> lookup("#analysis-partition")
                .queryComboBox()
                .getSelectionModel()
                .selectLast());
        await(() -> lookup("#analysis-open-test").tryQuery().isPresent());
        clickOn("#analysis-open-test");
        await(() -> isDone("selectivity"));
        assertTrue(Files.readString(run.resolve("run.json")).contains("dalescope window (Analyses, test partition)"));
    }

    private boolean isDone(String name) {
        return window.workspace().analyses().state().get() instanceof AnalysisState.Done(var result)
                && result.name().equals(name);
    }

    private static void await(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS, () -> onWindow(condition));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static <T> T onWindow(Callable<T> condition) {
        return WaitForAsyncUtils.waitForAsyncFx(1000L * DEADLINE_SECONDS, condition);
    }

    private FileDialogs dialogs() {
        return new FileDialogs() {
            @Override
            public Optional<Path> session(Window owner) {
                return answer;
            }

            @Override
            public Optional<Path> runFolder(Window owner, Path start) {
                return answer;
            }

            @Override
            public Optional<Path> plan(Window owner) {
                return answer;
            }

            @Override
            public Optional<Path> mapping(Window owner) {
                return answer;
            }

            @Override
            public Optional<Path> saveMapping(Window owner) {
                return answer;
            }

            @Override
            public Optional<Path> openSplit(Window owner) {
                return answer;
            }

            @Override
            public Optional<Path> saveSplit(Window owner) {
                return answer;
            }

            @Override
            public Optional<Path> saveTable(Window owner, String name) {
                return answer;
            }

            @Override
            public void show(Path page) {
                throw new IllegalStateException("no page is asked for: " + page);
            }
        };
    }
}
