package org.dalescope.app.ui.control;

import javafx.scene.control.TextInputControl;
import javafx.scene.control.skin.TextInputControlSkin;
import javafx.stage.Window;

/** The caret of the text field that has the keys. */
public final class Caret {
    private Caret() {}

    /**
     * Stops its blinking, in any window; it stays visible. A caret that blinks keeps JavaFX drawing sixty frames a second. It blinks
     * again with the next key or click in its field.
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
