package org.dalescope.app.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import org.dalescope.app.FittedSeeds;
import org.dalescope.app.ui.analysis.AnalysisState;
import org.dalescope.model.analysis.catalogue.AnalysisKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** A seed of an arm is opened and its analyses are looked at, chosen among, copied and saved. */
class AnalysesWindowTest extends WindowFlow {
    @AfterEach
    void noPageWasAskedFor() {
        assertEquals(Optional.empty(), shown);
    }

    @Test
    void analysesOfAnArmAreLookedAtAndTakenAway() throws TimeoutException, IOException {
        FittedSeeds fitted = FittedSeeds.in(folder);
        Path run = fitted.runs().getFirst().folder();
        interact(() -> window().open(run));
        await(() -> window().workspace().runProperty().get().isPresent());
        interact(() -> window().showTab(5));
        await(() -> isDone("rates"));
        assertTrue(lookup("#analysis-about").queryAs(Label.class).getText().endsWith("Of 2 seeds of this arm."));

        interact(() -> window().workspace().analyses().kindProperty().set(AnalysisKind.SELECTIVITY));
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
        return window().workspace().analyses().stateProperty().get() instanceof AnalysisState.Done(var result)
                && result.name().equals(name);
    }

    private static <T> T onWindow(Callable<T> condition) {
        return WaitForAsyncUtils.waitForAsyncFx(60_000, condition);
    }
}
