package org.dalescope.app.ui.control;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;

/** Returns the focus to the control that had it before an overlay covered the window. */
public final class FocusReturn {
    private final Node cover;
    private Optional<Node> before = Optional.empty();

    private FocusReturn(Node cover) {
        this.cover = cover;
    }

    /**
     * Follows an overlay for as long as it exists. To be called before any code that focuses the overlay.
     *
     * @param cover the overlay that covers the window while it is shown
     */
    public static void after(Node cover, ObservableValue<Boolean> shown) {
        FocusReturn focus = new FocusReturn(cover);
        shown.addListener((all, was, is) -> {
            if (is) {
                focus.remember();
            } else {
                focus.giveBack();
            }
        });
        if (shown.getValue()) {
            focus.remember();
        }
    }

    private void remember() {
        before = Optional.ofNullable(cover.getScene()).flatMap(scene -> Optional.ofNullable(scene.getFocusOwner()));
    }

    private void giveBack() {
        Optional<Scene> scene = Optional.ofNullable(cover.getScene());
        // A hidden field that keeps the focus would use Ctrl+Z for its own text.
        scene.ifPresent(s -> before.filter(node -> s.equals(node.getScene()) && isSeen(node))
                .orElse(s.getRoot())
                .requestFocus());
        before = Optional.empty();
    }

    private static boolean isSeen(Node node) {
        for (Node part = node; part != null; part = part.getParent()) {
            if (!part.isVisible()) {
                return false;
            }
        }
        return !node.isDisabled();
    }
}
