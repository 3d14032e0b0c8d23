package org.dalescope.app.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PopupControl;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.dalescope.app.ui.control.ChartPane;
import org.dalescope.app.ui.notification.Notification;
import org.dalescope.model.run.store.RunStatus;
import org.dalescope.model.settings.Configuration;
import org.dalescope.model.settings.ConfigurationJson;
import org.dalescope.model.settings.Preset;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** What is the same whatever is on show: finding, undoing, helping, remembering. */
class ShellWindowTest extends WindowFlow {
    @Test
    void anythingIsFoundByTyping() throws TimeoutException {
        clickOn("#open-palette");
        await(() -> lookup("#palette-query").query().isFocused());
        write("open demo");
        interact(() -> lookup("#palette-query").queryAs(TextField.class).setText("tau learning rate"));
        type(KeyCode.ENTER);
        await(() -> field("network.tau.learning_rate").isFocused());
        clickOn("#open-palette");
        interact(() -> lookup("#palette-query").queryAs(TextField.class).setText("circuit"));
        type(KeyCode.ENTER);
        await(() -> window().workspace()
                .configuration()
                .presetProperty()
                .get()
                .name()
                .equals("circuit"));
        clickOn("#open-palette");
        type(KeyCode.ESCAPE);
        await(() -> !lookup("#palette-query").query().isVisible()
                || lookup(".palette").tryQuery().isEmpty()
                || !lookup(".palette").query().getParent().isVisible());
    }

    @Test
    void aChangeIsUndoneAndDoneAgain() throws TimeoutException {
        type("training.epochs", "12");
        await(() -> text("#changes").equals("1 change"));
        clickOn("#changes");
        // On a busy machine the letters come slowly, and each is a step of its own.
        for (int step = 0; step < 12 && !text("#changes").equals("as preset"); step++) {
            push(KeyCode.CONTROL, KeyCode.Z);
            WaitForAsyncUtils.waitForFxEvents();
        }
        assertEquals("as preset", text("#changes"));
        for (int step = 0; step < 12 && !field("training.epochs").getText().equals("12"); step++) {
            push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
            WaitForAsyncUtils.waitForFxEvents();
        }
        assertEquals("12", field("training.epochs").getText());
    }

    @Test
    void keysOfTheWindowWorkAfterThePaletteHelpAndPreferences() throws TimeoutException {
        interact(() -> window().workspace()
                .configuration()
                .setting("training.epochs")
                .textProperty()
                .set("12"));
        await(() -> text("#changes").equals("1 change"));
        clickOn("#changes");
        clickOn("#open-palette");
        await(() -> lookup("#palette-query").query().isFocused());
        write("epochs");
        type(KeyCode.ESCAPE);
        push(KeyCode.CONTROL, KeyCode.Z);
        await(() -> text("#changes").equals("as preset"));
        for (KeyCode[] opens : new KeyCode[][] {{KeyCode.F1}, {KeyCode.CONTROL, KeyCode.COMMA}}) {
            push(opens);
            type(KeyCode.ESCAPE);
            push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
            await(() -> text("#changes").equals("1 change"));
            push(KeyCode.CONTROL, KeyCode.Z);
            await(() -> text("#changes").equals("as preset"));
        }
        assertTrue(lookup("#views-second").tryQuery().isEmpty());
        push(KeyCode.CONTROL, KeyCode.BACK_SLASH);
        await(() -> lookup("#views-second").tryQuery().isPresent());
    }

    @Test
    void aListOfChoicesOpensAtItsBox() throws TimeoutException {
        interact(() -> lookup("#find-setting").queryAs(TextField.class).setText("training.optimiser"));
        WaitForAsyncUtils.waitForFxEvents();
        ComboBox<?> box = lookup("#set-training-optimiser").queryAs(ComboBox.class);
        clickOn(box);
        await(box::isShowing);
        await(() -> openLists().findFirst().isPresent());
        WaitForAsyncUtils.waitForFxEvents();
        double bottom = box.localToScreen(box.getBoundsInLocal()).getMaxY();
        double top = box.localToScreen(box.getBoundsInLocal()).getMinY();
        Window list = openLists().findFirst().orElseThrow();
        // Below its box, or above it where there is no room; the popup's own shadow is a few pixels.
        double gap = Math.min(Math.abs(list.getY() - bottom), Math.abs(list.getY() + list.getHeight() - top));
        assertTrue(gap < 20, "the list opens " + gap + " px from its box");
    }

    private static Stream<Window> openLists() {
        return Window.getWindows().stream().filter(window -> window instanceof PopupControl && window.isShowing());
    }

    @Test
    void theFormIsThereAgainAfterTheWindowWasClosed() throws IOException, TimeoutException {
        type("training.epochs", "12");
        interact(() -> {
            window().appearance().resize(1);
            window().saveState();
        });
        String kept =
                Files.readString(folder.resolve("runs").resolve(".dalescope").resolve("window.json"));
        assertTrue(kept.contains("\"training.epochs\" : \"12\""), kept);
        assertTrue(kept.contains("\"font_percent\" : 115"), kept);
    }

    @Test
    void helpShowsTheKeysAndTheLog() throws TimeoutException {
        clickOn("#open-help");
        await(() -> lookup("#help").query().isVisible());
        Path log = Path.of(lookup("#log-folder").queryAs(TextField.class).getText());
        assertTrue(Files.isRegularFile(log.resolve("dalescope-0.log")), log.toString());
        interact(() -> lookup("#open-log-folder").queryButton().fire());
        await(() -> shown.equals(Optional.of(log)));
        clickOn("#reset-window");
        await(() -> !lookup("#help").query().isVisible());
    }

    @Test
    void earlierNoticesAreUnfoldedAndTheLastOnesHadAgain() throws TimeoutException {
        interact(() -> {
            window().workspace().notices().show(Notification.information("The first."));
            window().workspace().notices().show(Notification.information("The second."));
        });
        await(() -> text("#notice").equals("The second."));
        clickOn("#show-earlier-notices");
        await(() -> lookup("#earlier-notices").queryAs(VBox.class).getChildren().getFirst() instanceof Label line
                && line.getText().endsWith("  Note: The first."));
        clickOn("#close-notice");
        await(() -> !lookup("#notice-bar").query().isVisible());
        clickOn("#open-help");
        await(() -> lookup("#help").query().isVisible());
        clickOn("#recall-notices");
        await(() -> lookup("#notice-bar").query().isVisible() && text("#notice").equals("The second."));
    }

    @Test
    void theNumbersOfAnEpochFollowTheMouseAndTheEquationsTheForm() throws TimeoutException {
        openDemo();
        interact(() -> window().workspace()
                .configuration()
                .setting("training.epochs")
                .textProperty()
                .set("3"));
        clickOn("#start-fit");
        await(() -> run().filter(r -> r.status() == RunStatus.FINISHED).isPresent());
        assertEquals("", text("#fit-cursor"));
        moveTo("#losses");
        await(() -> text("#fit-cursor").startsWith("epoch 2, not smoothed: loss "));
        double loss = run().orElseThrow().history().get(1).loss();
        assertTrue(text("#fit-cursor").contains(String.format(java.util.Locale.ROOT, "loss %.3g,", loss)));
        assertEquals(
                lookup("#losses").queryAs(ChartPane.class).crosshairProperty().get(),
                lookup("#gradients")
                        .queryAs(ChartPane.class)
                        .crosshairProperty()
                        .get());
        TitledPane equations = lookup("#equations").queryAs(TitledPane.class);
        interact(() -> equations.setExpanded(true));
        await(() -> lookup("L_neuron").tryQuery().isPresent());
    }

    @Test
    void settingsAreKeptInAFileAndTakenFromItAgain() throws IOException, TimeoutException {
        Path file = folder.resolve("mine.json");
        answer = Optional.of(file);
        type("training.epochs", "12");
        await(() -> text("#changes").equals("1 change"));
        // While a search is typed, the form shows its hits only.
        interact(() -> lookup("#find-setting").queryAs(TextField.class).clear());
        clickOn("#own-presets").clickOn("#save-settings");
        Configuration kept =
                ConfigurationJson.read(file, Preset.named("circuit").configuration());
        assertEquals(12, kept.training().epochs());
        clickOn("#reset");
        await(() -> text("#changes").equals("as preset"));
        clickOn("#own-presets").clickOn("#load-settings");
        await(() -> text("#changes").equals("1 change"));
        assertEquals("12", field("training.epochs").getText());

        Files.writeString(file, "{\"training\": {\"epochs\": \"soon\"}}");
        clickOn("#own-presets").clickOn("#load-settings");
        await(() -> text("#notice").contains("training.epochs"));
        assertEquals("12", field("training.epochs").getText());
    }

    /** The ids are those of nodes that are there once they are wanted, which the same lines show. */
    @Test
    void whatNobodyLooksAtIsNotMadeYet() throws TimeoutException {
        Map<String, Runnable> wanted = new LinkedHashMap<>();
        wanted.put("#suite-plan-file", () -> window().showTab(4));
        wanted.put(
                "#jobs", () -> lookup("#show-jobs").queryAs(ToggleButton.class).fire());
        wanted.put("#help", () -> press("F1"));
        wanted.put("#preferences", () -> press("Shortcut+COMMA"));
        wanted.put(
                "#palette-query",
                () -> lookup("#open-palette").queryAs(Button.class).fire());
        wanted.forEach((id, want) -> {
            assertTrue(lookup(id).tryQuery().isEmpty(), id + " is there before it is wanted");
            interact(want);
            WaitForAsyncUtils.waitForFxEvents();
            assertTrue(lookup(id).tryQuery().isPresent(), id + " is not there");
        });
        // The whole form is there a few frames after the window.
        await(() ->
                lookup("#set-training-patience").tryQuery().filter(this::isSeen).isPresent());
        assertTrue(isSeen(lookup("#set-data-validation_share").query()), "the first section is on show");
    }

    /** Neither the node nor anything that it lies in is hidden. */
    private boolean isSeen(Node node) {
        return node.isVisible()
                && Optional.ofNullable(node.getParent()).map(this::isSeen).orElse(true);
    }

    private void press(String keys) {
        var accelerators = lookup("#views").query().getScene().getAccelerators();
        Optional.ofNullable(accelerators.get(KeyCombination.valueOf(keys)))
                .orElseThrow()
                .run();
    }

    /** Below a view that it does not move the slider would only puzzle. */
    @Test
    void theEpochIsChosenOnlyWhereItMovesSomething() throws TimeoutException {
        openDemo();
        type("training.epochs", "3");
        clickOn("#start-fit");
        await(() -> run().filter(r -> r.status() == RunStatus.FINISHED).isPresent());
        Node epochs = lookup("#epoch-bar").query();
        for (int tab = 0; tab < 8; tab++) {
            int shown = tab;
            interact(() -> window().showTab(shown));
            WaitForAsyncUtils.waitForFxEvents();
            assertEquals(tab >= 1 && tab <= 3, epochs.isVisible(), "tab " + tab);
            assertEquals(epochs.isVisible(), epochs.isManaged());
        }
    }

    @Test
    void aTabInAWindowOfItsOwnComesBackWhenThatCloses() throws TimeoutException {
        openDemo();
        clickOn("#tab-psths");
        interact(() -> window().undock());
        assertEquals(
                2, Window.getWindows().stream().filter(w -> w instanceof Stage).count());
        assertEquals(
                0,
                lookup("#views").queryAs(TabPane.class).getTabs().stream()
                        .filter(tab -> "tab-psths".equals(tab.getId()))
                        .count());
        Stage own = Window.getWindows().stream()
                .filter(w -> w instanceof Stage stage && "PSTHs - Dalescope".equals(stage.getTitle()))
                .map(w -> (Stage) w)
                .findFirst()
                .orElseThrow();
        interact(own::close);
        TabPane views = lookup("#views").queryAs(TabPane.class);
        assertEquals("tab-psths", views.getTabs().get(2).getId());
        assertTrue(views.getTabs().get(2).isSelected());
    }
}
