package org.dalescope.app.ui.control;

import javafx.beans.Observable;
import javafx.css.PseudoClass;
import javafx.scene.control.TextField;
import javafx.scene.text.Text;

/**
 * A control for any view: a text field for a number, aligned at the right while the number fits. A number that fills
 * the field is aligned at the left: otherwise JavaFX moves it back and forth by a pixel and requests a layout of the
 * window in every frame.
 */
public final class NumberField extends TextField {
    private static final PseudoClass FULL = PseudoClass.getPseudoClass("full");
    /** Space next to the number for the caret and for rounding to whole pixels, px. */
    private static final double SLACK = 8;

    private final Text ruler = new Text();

    public NumberField() {
        getStyleClass().add("number-field");
        ruler.fontProperty().bind(fontProperty());
        ruler.textProperty().bind(textProperty());
        for (Observable size : new Observable[] {textProperty(), fontProperty(), widthProperty(), insetsProperty()}) {
            size.addListener(changed -> align());
        }
    }

    private void align() {
        double room = getWidth() - getInsets().getLeft() - getInsets().getRight() - SLACK;
        pseudoClassStateChanged(FULL, getWidth() > 0 && ruler.getLayoutBounds().getWidth() > room);
    }
}
