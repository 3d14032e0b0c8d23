package org.dalescope.app.ui.control;

import javafx.scene.paint.Color;

/** Gives nodes of the window the colours of charts. */
public final class WindowColour {
    private WindowColour() {}

    /** The same colour, opaque. */
    public static Color of(java.awt.Color colour) {
        return Color.rgb(colour.getRed(), colour.getGreen(), colour.getBlue());
    }
}
