package org.dalescope.app.ui.control;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

/** A control that any view shows while it is empty: a picture, why it is empty, and what to do. */
public final class EmptyView extends VBox {
    /** A view with a picture of what would be here. */
    public EmptyView(Icon picture, String title, String text, Node... actions) {
        this(title, text, actions);
        getChildren().addFirst(picture.large());
    }

    public EmptyView(String title, String text, Node... actions) {
        Label heading = new Label(title);
        heading.getStyleClass().add(Styles.TITLE_3);
        Label body = new Label(text);
        body.setWrapText(true);
        body.setTextAlignment(TextAlignment.CENTER);
        body.getStyleClass().addAll(Styles.TEXT_MUTED, "empty-text");
        HBox buttons = new HBox(actions);
        buttons.getStyleClass().add("button-row");
        buttons.setAlignment(Pos.CENTER);
        getStyleClass().add("empty-view");
        setAlignment(Pos.CENTER);
        getChildren().addAll(heading, body, buttons);
    }
}
