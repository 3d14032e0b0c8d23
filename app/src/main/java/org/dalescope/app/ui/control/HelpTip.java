package org.dalescope.app.ui.control;

import javafx.scene.control.Tooltip;

/** A tooltip with text of several lines, in any view. */
public final class HelpTip {
    private static final double WIDTH = 380;

    private HelpTip() {}

    /** A tooltip that is as wide as its text, up to a limit. */
    public static Tooltip of(String text) {
        Tooltip tip = new Tooltip(text);
        tip.setWrapText(true);
        tip.getStyleClass().add("help-tip");
        return tip;
    }

    /** A tooltip for a long text. Its width is fixed, because it may be shown before the style sheet limits it. */
    public static Tooltip wide(String text) {
        Tooltip tip = of(text);
        tip.setPrefWidth(WIDTH);
        return tip;
    }
}
