package org.dalescope.app.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.stage.Window;
import org.dalescope.app.chart.fit.EpochUnit;
import org.dalescope.app.ui.notification.Notification;
import org.dalescope.app.ui.psth.PsthCell;
import org.dalescope.model.run.store.RunStatus;
import org.junit.jupiter.api.Test;

/** The views of a run: one axis for all curves, conditions over each other, and runs looked through in one view. */
class RunViewsWindowTest extends WindowFlow {
    private Path fit(int epochs) throws TimeoutException {
        interact(() -> window().workspace()
                .configuration()
                .setting("training.epochs")
                .textProperty()
                .set(String.valueOf(epochs)));
        interact(() -> window().workspace().runProperty().set(Optional.empty()));
        interact(window()::startFit);
        await(() -> run().filter(
                        r -> r.status() == RunStatus.FINISHED && r.score().isPresent())
                .isPresent());
        return run().orElseThrow().folder().folder();
    }

    private void nothingFailed() {
        assertEquals(
                Optional.empty(),
                window().workspace()
                        .notices()
                        .shownProperty()
                        .get()
                        .filter(notice -> notice.kind() == Notification.Kind.FAILURE));
    }

    @Test
    @SuppressWarnings("unchecked")
    void allCurvesHaveOneAxisAndOneZoom() throws TimeoutException {
        openDemo();
        fit(4);
        interact(() -> window().showTab(1));
        ComboBox<EpochUnit> unit = lookup("#epoch-unit").queryAs(ComboBox.class);
        interact(() -> unit.setValue(EpochUnit.TRIALS));
        await(() -> "trials seen".equals(x("#losses").getLabel()));
        nothingFailed();
        double trials = 4.0 * run().orElseThrow().trainTrials();
        assertEquals(trials, x("#losses").getUpperBound(), 1e-9);
        assertEquals(trials, x("#fit-tau").getUpperBound(), 1e-9);

        clickOn("#losses");
        assertEquals("losses", window().root().getScene().getFocusOwner().getId(), "a click gives a chart the keys");
        type(KeyCode.PLUS);
        assertTrue(x("#losses").getUpperBound() < trials);
        assertEquals(x("#losses").getRange(), x("#score").getRange());
        type(KeyCode.DIGIT0);
        assertEquals(trials, x("#losses").getUpperBound(), 1e-9);
        assertEquals(trials, x("#score").getUpperBound(), 1e-9);
        interact(() -> unit.setValue(EpochUnit.EPOCHS));
        await(() -> "epoch".equals(x("#losses").getLabel()));
        assertEquals(4, x("#score").getUpperBound(), 1e-9);
        nothingFailed();
    }

    @Test
    void conditionsLieOverEachOtherAndAnotherRunHasItsOwn() throws TimeoutException {
        openDemo();
        Path demo = fit(1);
        interact(() -> window().showTab(2));
        MenuButton overlay = lookup("#psth-overlay").queryAs(MenuButton.class);
        interact(overlay::show);
        interact(() -> ((CheckBox) ((CustomMenuItem) overlay.getItems().getFirst()).getContent()).setSelected(true));
        interact(overlay::hide);
        FlowPane hues = lookup("#psth-hues").queryAs(FlowPane.class);
        await(() -> hues.getChildren().size() == 2);
        assertEquals("all trials", ((Label) hues.getChildren().getFirst()).getText());
        moveTo(lookup(node -> node instanceof PsthCell).<PsthCell>query());
        moveBy(9, 0);
        await(() -> Window.getWindows().stream()
                .filter(Tooltip.class::isInstance)
                .map(shown -> ((Tooltip) shown).getText())
                .anyMatch(text -> text.startsWith("time (ms) ") && text.contains("all trials")));

        Path file = folder.resolve("arrays.npz");
        ExampleArrays.write(file);
        interact(() -> window().open(file));
        await(() -> window().workspace()
                .sessionProperty()
                .get()
                .filter(open -> open.session().source().file().equals(file))
                .isPresent());
        Path other = fit(1);
        interact(() -> window().showTab(2));
        interact(() -> window().open(other));
        await(() -> run().filter(r -> r.folder().folder().equals(other)).isPresent());
        assertEquals(0, hues.getChildren().size());
        interact(() -> window().open(demo));
        await(() -> run().filter(r -> r.folder().folder().equals(demo)).isPresent());
        assertTrue(lookup("#psth-scroll").query().isVisible(), "the view stays");
        assertFalse(text("#context-name").contains("arrays"), text("#context-name"));
        interact(() -> window().workspace().libraryService().askToDelete(List.of(demo)));
        interact(() -> window().workspace().libraryService().delete());
        await(() -> run().isEmpty());
        assertFalse(lookup("#tile-score").query().isVisible(), "a deleted run is not shown");
        nothingFailed();
    }
}
