package org.dalescope.app.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import org.dalescope.app.ui.notification.Notification;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** Names with underscores are shown with them, in whatever view they are. */
class UnderscoresWindowTest extends WindowFlow {
    @Test
    void namesAreShownWhole() throws IOException, TimeoutException {
        Path file = folder.resolve("my_session_1.npz");
        ExampleArrays.write(file);
        interact(() -> window().open(file));
        await(() -> window().workspace().sessionProperty().get().isPresent());
        interact(() -> window().workspace()
                .configuration()
                .setting("data.exclude_neurons")
                .textProperty()
                .set("1"));
        interact(() -> window().workspace()
                .notices()
                .show(new Notification(
                        Notification.Kind.INFORMATION,
                        "The input eye_x is constant.",
                        "",
                        List.of(new Notification.Remedy("leave-out", "Leave out eye_x", () -> {})))));
        await(() -> lookup("#leave-out").tryQuery().isPresent());
        List<String> cut = new ArrayList<>();
        for (int tab = 0; tab < 8; tab++) {
            int shown = tab;
            interact(() -> window().showTab(shown));
            WaitForAsyncUtils.waitForFxEvents();
            interact(() -> collect(window().root(), cut));
        }
        interact(() -> window().showMapping());
        await(() -> lookup("#mapping").tryQuery().filter(Node::isVisible).isPresent());
        interact(() -> collect(window().root(), cut));
        assertEquals(List.of(), cut);
        assertTrue(lookup("#leave-out").queryAs(Labeled.class).getText().contains("_"));
    }

    private static void collect(Node node, List<String> cut) {
        if (node instanceof Labeled labeled && labeled.isMnemonicParsing()) {
            add(Optional.ofNullable(labeled.getText()), cut);
        }
        if (node instanceof MenuButton menu) {
            menu.getItems().stream()
                    .filter(MenuItem::isMnemonicParsing)
                    .forEach(item -> add(Optional.ofNullable(item.getText()), cut));
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, cut));
        }
    }

    private static void add(Optional<String> text, List<String> cut) {
        text.filter(words -> words.contains("_")).ifPresent(cut::add);
    }
}
