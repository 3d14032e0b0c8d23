package org.dalescope.app.ui.control;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** Makes a row of any view with a label before the control that it names. */
public final class LabelledRow {
    private LabelledRow() {}

    /**
     * The row.
     *
     * @param after what follows the control, such as its value
     */
    public static HBox of(String words, Node control, Node... after) {
        Label label = new Label(words);
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.setLabelFor(control);
        HBox row = new HBox(label, control);
        row.getChildren().addAll(after);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("control-row");
        return row;
    }
}
