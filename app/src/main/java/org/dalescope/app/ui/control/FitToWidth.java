package org.dalescope.app.ui.control;

import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.scene.control.ScrollPane;

/**
 * Sets up the scroll panes of any view: the content is as wide as the viewport, and its parts are arranged for that
 * width.
 */
public final class FitToWidth {
    private FitToWidth() {}

    /**
     * Sets up a scroll pane. Its vertical bar is always shown: a bar that appears and disappears would change the width
     * that decides whether it is needed.
     *
     * @param fit receives the bounds of the viewport now and when they change; it is not called in every layout,
     *     because setting sizes requests another layout
     */
    public static void fit(ScrollPane scroll, Consumer<Bounds> fit) {
        scroll.setFitToWidth(true);
        scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.ALWAYS);
        scroll.viewportBoundsProperty().subscribe(fit);
    }
}
