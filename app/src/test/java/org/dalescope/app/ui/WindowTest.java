package org.dalescope.app.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.TreeTableView;
import org.dalescope.app.ui.control.ChartPane;
import org.dalescope.app.ui.control.ColumnWidth;
import org.dalescope.app.ui.library.LibraryItem;
import org.dalescope.app.ui.run.RunSnapshot;
import org.dalescope.app.ui.suite.SuiteSnapshot;
import org.dalescope.model.common.InputError;
import org.dalescope.model.run.store.RunStatus;
import org.dalescope.model.session.files.SessionFiles;
import org.junit.jupiter.api.Test;

class WindowTest extends WindowFlow {
    @Test
    void aDamagedFileIsRefusedInTheReadersOwnWords() throws IOException, TimeoutException {
        Path damaged = Files.writeString(folder.resolve("damaged.mat"), "not a session");
        String sentence =
                assertThrows(InputError.class, () -> SessionFiles.open(damaged)).sentence();
        answer = Optional.of(damaged);
        clickOn("#open-session");
        await(() -> lookup("#notice").queryAs(Label.class).getText().equals(sentence));
        assertTrue(lookup("#notice").query().isVisible());
        clickOn("#close-notice");
        await(() -> window().workspace().notices().shownProperty().get().isEmpty());
    }

    @Test
    void theDemoIsFittedStoredAndReopened() throws TimeoutException {
        openDemo();
        type("training.epochs", "3");
        assertEquals("1 change", lookup("#changes").queryAs(Label.class).getText());
        clickOn("#start-fit");
        await(() -> run().filter(r -> r.status() == RunStatus.FINISHED).isPresent());
        assertEquals(3, lookup("#losses").queryAs(ChartPane.class).points());
        assertEquals(3, lookup("#score").queryAs(ChartPane.class).points());
        assertTrue(text("#tile-score-note").contains("of the training PSTH"), text("#tile-score-note"));
        assertTrue(text("#tile-rival-name").startsWith("vs the "), text("#tile-rival-name"));
        await(() -> window().workspace().library().items().stream()
                .anyMatch(item -> item instanceof LibraryItem.RunItem r && r.status() == RunStatus.FINISHED));
        RunSnapshot before = run().orElseThrow();

        interact(() -> window().workspace().runProperty().set(Optional.empty()));
        interact(() -> window().open(before.folder().folder()));
        await(() -> run().isPresent());
        RunSnapshot after = run().orElseThrow();
        assertEquals(before.history(), after.history());
        assertEquals(before.score(), after.score());
        for (int tab = 0; tab < 4; tab++) {
            int shown = tab;
            interact(() -> window().showTab(shown));
        }
        assertTrue(lookup("#tau-caption").queryAs(Label.class).getText().contains("fixed"));
        assertEquals(3, lookup("#tau").queryAs(ChartPane.class).points());
        TableView<?> table = lookup("#tau-table").queryAs(TableView.class);
        for (TableColumn<?, ?> column : table.getColumns()) {
            assertTrue(column.getWidth() >= ColumnWidth.least(column.getText()), column.getText());
        }
        assertEquals(
                Optional.empty(), window().workspace().notices().shownProperty().get());
    }

    @Test
    void aRemedyAndAnExclusionAreAppliedAndUndone() throws TimeoutException {
        openDemo();
        TextField neurons = field("data.exclude_neurons");
        Button aborted = lookup("#remedy-aborted-trials").queryAs(Button.class);
        assertEquals("Undo", aborted.getText());
        clickOn(aborted);
        assertEquals("1 change", lookup("#changes").queryAs(Label.class).getText());
        assertTrue(aborted.getText().startsWith("Leave out"), aborted.getText());
        clickOn("#undo-curation");
        assertEquals("as preset", lookup("#changes").queryAs(Label.class).getText());
        assertEquals("Undo", aborted.getText());

        interact(() -> window().showInSession(1));
        await(() -> lookup("#neuron-psth").queryAs(ChartPane.class).points() > 0);
        clickOn("#toggle-neuron");
        int first = window().workspace()
                .sessionProperty()
                .get()
                .orElseThrow()
                .session()
                .neurons()
                .getFirst()
                .id();
        assertEquals(Integer.toString(first), neurons.getText());
        assertEquals(
                "Include again", lookup("#toggle-neuron").queryAs(Button.class).getText());
        clickOn("#neurons").type(javafx.scene.input.KeyCode.SPACE);
        clickOn("#undo-curation");
        clickOn("#undo-curation");
        assertEquals("", neurons.getText());
        assertTrue(lookup("#undo-curation").query().isDisabled());
        interact(() -> window().showInSession(2));
        await(() -> lookup("#trial-channels").queryAs(ChartPane.class).points() > 0);
        assertEquals(
                Optional.empty(), window().workspace().notices().shownProperty().get());
    }

    @Test
    void aStoppedFitGoesOn() throws TimeoutException {
        openDemo();
        type("training.epochs", "60");
        clickOn("#start-fit");
        await(() -> run().filter(r -> r.history().size() >= 2).isPresent());
        clickOn("#stop-fit");
        await(() -> run().filter(r -> r.status() == RunStatus.STOPPED).isPresent());
        int done = run().orElseThrow().history().size();
        assertTrue(done >= 2 && done < 60, "stopped at " + done);
        await(() -> !lookup("#resume-fit").queryAs(Button.class).isDisabled());
        clickOn("#resume-fit");
        await(() -> run().filter(r -> r.status() == RunStatus.FINISHED).isPresent());
        assertEquals(60, run().orElseThrow().history().size());
    }

    @Test
    void anIllegalSettingIsMarkedAndHoldsTheFitBack() throws TimeoutException {
        openDemo();
        type("data.validation_share", "2.5");
        assertTrue(lookup("#start-fit").query().isDisabled());
        assertTrue(lookup("Setting data.validation_share cannot be '2.5': it takes a number from 0.02 to 0.6.")
                .query()
                .isVisible());
        clickOn("#reset");
        await(() -> !lookup("#start-fit").query().isDisabled());
    }

    @Test
    void whatTheFitWouldRefuseIsMarkedAndHoldsTheFitBackWithTheReason() throws TimeoutException {
        openDemo();
        interact(() -> window().workspace()
                .configuration()
                .setting("loss.neuron.minimum_trials")
                .textProperty()
                .set("1000"));
        await(() -> lookup("#start-fit").query().isDisabled());
        String reason = lookup("#why-no-fit").queryAs(Label.class).getText();
        assertTrue(reason.contains("(loss.neuron.minimum_trials)"), reason);
        interact(() -> lookup("#find-setting").queryAs(TextField.class).setText("loss.neuron.minimum_trials"));
        await(() -> lookup(reason).queryAll().stream().filter(Node::isVisible).count() >= 3);
        clickOn("#reset");
        await(() -> !lookup("#start-fit").query().isDisabled());
        assertEquals("", lookup("#why-no-fit").queryAs(Label.class).getText());
    }

    @Test
    void darkIsDarkAndLightIsLight() throws TimeoutException {
        boolean dark = lookup("#dark").queryAs(ToggleButton.class).isSelected();
        clickOn("#dark");
        await(() -> window().appearance().darkProperty().get() != dark);
        assertTrue(String.valueOf(Application.getUserAgentStylesheet())
                .contains(window().appearance().darkProperty().get() ? "dark" : "light"));
        clickOn("#dark");
        await(() -> window().appearance().darkProperty().get() == dark);
        assertFalse(lookup(".notice-bar").query().isVisible());
    }

    @Test
    void aSuiteIsRunWatchedAndItsFitOpened() throws IOException, TimeoutException {
        openDemo();
        chooseTinyPlan();
        await(() -> lookup("#suite-outline").queryAs(Label.class).getText().contains("2 arms x 2 seeds"));
        clickOn("#start-suite");
        await(() -> window().workspace().busy().get());
        assertTrue(lookup("#start-fit").queryAs(Button.class).getText().startsWith("Queue fit "));
        await(() -> suite().filter(s -> !s.isLive() && s.finished() == 4).isPresent());
        assertTrue(lookup("#suite-ceilings").queryAs(Label.class).getText().contains("Ceilings: training PSTH 0."));
        await(() -> window().workspace().library().items().stream()
                .anyMatch(item -> item instanceof LibraryItem.SuiteItem s && s.finished() == 4 && s.fits() == 4));

        TreeTableView<?> table = lookup("#suite-table").queryAs(TreeTableView.class);
        assertEquals(2, table.getRoot().getChildren().size());
        interact(() -> table.getRoot().getChildren().getLast().setExpanded(true));
        interact(() -> table.getSelectionModel().clearAndSelect(3));
        assertEquals(2, lookup("#suite-curves").queryAs(ChartPane.class).points());
        clickOn("#suite-report");
        await(() -> shown.filter(Files::isRegularFile).isPresent());
        clickOn("#open-fit");
        await(() -> run().isPresent());
        Path opened = run().orElseThrow().folder().folder();
        assertTrue(opened.endsWith(Path.of("l2", "seed-2")), opened.toString());
        assertTrue(text("#tile-score-note").contains("of the training PSTH"), text("#tile-score-note"));
    }

    private Optional<SuiteSnapshot> suite() {
        return window().workspace().suite().pictureProperty().get();
    }
}
