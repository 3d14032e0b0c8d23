package org.dalescope.app.ui.control;

import javafx.scene.control.TextInputControl;
import javafx.scene.control.skin.TextInputControlSkin;
import javafx.stage.Window;

/** The caret of the text field that has the focus, whichever view the control is in. */
public final class Caret {
    private Caret() {}

    /**
     * Stops the blinking in any window; the caret stays visible. A blinking caret makes JavaFX draw sixty frames per
     * second. The caret blinks again after the next key or click in its field.
     */
    public static void stopBlinking() {
        for (Window window : Window.getWindows()) {
            if (window.getScene() != null
                    && window.getScene().getFocusOwner() instanceof TextInputControl field
                    && field.getSkin() instanceof TextInputControlSkin<?> skin) {
                skin.setCaretAnimating(false);
            }
        }
    }
}
