package org.dalescope.app.ui.control;

import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.scene.control.ScrollPane;

/** Scroll panes whose content is as wide as their view and fits its pieces to that width. */
public final class FitToWidth {
    private FitToWidth() {}

    /**
     * Makes a scroll pane one of these. Its vertical bar is always there: one that came and went would change the width that decides
     * whether it is needed.
     *
     * @param fit given the view's bounds, now and when they change; not in every layout, for sizes that are set ask for another
     *     layout
     */
    public static void fit(ScrollPane scroll, Consumer<Bounds> fit) {
        scroll.setFitToWidth(true);
        scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.ALWAYS);
        scroll.viewportBoundsProperty().subscribe(fit);
    }
}
