package org.dalescope.app.ui.control;

import javafx.geometry.Orientation;
import javafx.scene.control.SplitPane;

/** Arranges the panes of any view side by side if there is space, otherwise one below the other. */
public final class WrappingPanes {
    /** Below this width two charts side by side are not legible, px. */
    private static final double LEAST_WIDTH = 560;

    private WrappingPanes() {}

    public static void stack(SplitPane pane) {
        pane.widthProperty().subscribe(width -> {
            if (width.doubleValue() > 0) {
                pane.setOrientation(width.doubleValue() < LEAST_WIDTH ? Orientation.VERTICAL : Orientation.HORIZONTAL);
            }
        });
    }
}
