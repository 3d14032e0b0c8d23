package org.dalescope.app.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import org.dalescope.app.ui.psth.PsthCell;
import org.dalescope.model.run.store.RunStatus;
import org.junit.jupiter.api.Test;

/** The window without a mouse: from a file to a report, and a name for every control that a screen reader reaches. */
class KeyboardOnlyWindowTest extends WindowFlow {
    private static final int TABS = 8;
    private static final int MOST_STEPS = 150;

    @Test
    void aSessionIsOpenedFittedLookedAtAndReportedWithKeysAlone() throws TimeoutException {
        press(KeyCode.CONTROL, KeyCode.K).release(KeyCode.K, KeyCode.CONTROL);
        write("demo").type(KeyCode.ENTER);
        await(() -> window().workspace().sessionProperty().get().isPresent());
        press(KeyCode.CONTROL, KeyCode.F).release(KeyCode.F, KeyCode.CONTROL);
        write("training.epochs");
        tabTo(node -> "set-training-epochs".equals(node.getId()));
        press(KeyCode.CONTROL, KeyCode.A).release(KeyCode.A, KeyCode.CONTROL);
        write("2");
        press(KeyCode.CONTROL, KeyCode.ENTER).release(KeyCode.ENTER, KeyCode.CONTROL);
        await(() -> run().filter(r -> r.status() == RunStatus.FINISHED).isPresent());
        assertEquals(2, run().orElseThrow().history().size());

        press(KeyCode.CONTROL, KeyCode.DIGIT3).release(KeyCode.DIGIT3, KeyCode.CONTROL);
        await(() -> lookup(node -> node instanceof PsthCell).tryQuery().isPresent());
        tabTo(node -> node instanceof PsthCell);
        type(KeyCode.ENTER);
        assertTrue(window().workspace().neurons().chosenProperty().get().isPresent());

        Path report = run().orElseThrow().folder().folder().resolve("report.html");
        tabTo(node -> "library".equals(node.getId()));
        selectTheRun();
        press(KeyCode.SHIFT, KeyCode.F10).release(KeyCode.F10, KeyCode.SHIFT);
        chooseReport();
        await(() -> shown.equals(Optional.of(report)) || Files.exists(report));
    }

    private void selectTheRun() {
        ListView<?> library = lookup("#library").queryAs(ListView.class);
        type(KeyCode.HOME);
        for (int steps = 0; steps < library.getItems().size(); steps++) {
            if (window().workspace()
                            .library()
                            .items()
                            .get(library.getSelectionModel().getSelectedIndex())
                    instanceof org.dalescope.app.ui.library.LibraryItem.RunItem) {
                return;
            }
            type(KeyCode.DOWN);
        }
    }

    /** Moves the focus forward until it is where it should be; nothing may hold it for good. */
    private void tabTo(Predicate<Node> place) {
        List<String> passed = new ArrayList<>();
        for (int steps = 0; steps < MOST_STEPS; steps++) {
            if (Optional.ofNullable(owner()).filter(place).isPresent()) {
                return;
            }
            passed.add(String.valueOf(owner()));
            type(KeyCode.TAB);
        }
        fail("The focus passed " + passed.subList(Math.max(0, passed.size() - 5), passed.size()));
    }

    private void chooseReport() {
        for (int steps = 0; steps < MOST_STEPS && !isMenuOnReport(); steps++) {
            type(KeyCode.DOWN);
        }
        type(KeyCode.ENTER);
    }

    private boolean isMenuOnReport() {
        return lookup("#menu-report").tryQuery().filter(Node::isFocused).isPresent();
    }

    private Node owner() {
        return window().root().getScene().getFocusOwner();
    }

    @Test
    void everyControlHasAName() throws TimeoutException {
        openDemo();
        type("training.epochs", "2");
        clickOn("#start-fit");
        await(() -> run().filter(r -> r.status() == RunStatus.FINISHED).isPresent());
        List<String> nameless = new ArrayList<>();
        for (int tab = 0; tab < TABS; tab++) {
            int shownTab = tab;
            interact(() -> window().showTab(shownTab));
            interact(() -> collect(window().root(), shownTab, nameless));
        }
        assertEquals(List.of(), nameless.stream().distinct().toList());
    }

    /** Controls that take the focus and have neither words, nor an accessible name, nor a label. */
    private void collect(Node node, int tab, List<String> nameless) {
        if (!node.isVisible()) {
            return;
        }
        boolean isReached = node instanceof Control && node.isFocusTraversable() && !isContainer(node);
        if (isReached && !hasName(node)) {
            nameless.add(
                    "tab %s: %s %s in %s".formatted(tab, node.getClass().getSimpleName(), node.getId(), path(node)));
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, tab, nameless));
        }
    }

    private static boolean isContainer(Node node) {
        return node instanceof ScrollPane || node instanceof TabPane;
    }

    private boolean hasName(Node node) {
        boolean hasWords = node instanceof Labeled labeled
                && labeled.getText() != null
                && !labeled.getText().isBlank();
        boolean hasText =
                node.getAccessibleText() != null && !node.getAccessibleText().isBlank();
        return hasWords || hasText || isLabelled(node);
    }

    private boolean isLabelled(Node node) {
        return lookup(other -> other instanceof Label label && node.equals(label.getLabelFor()))
                .tryQuery()
                .isPresent();
    }

    private static String path(Node node) {
        StringBuilder path = new StringBuilder();
        for (Parent parent = node.getParent(); parent != null && path.length() < 120; parent = parent.getParent()) {
            path.append(parent.getClass().getSimpleName()).append(' ');
        }
        return path.toString();
    }
}
