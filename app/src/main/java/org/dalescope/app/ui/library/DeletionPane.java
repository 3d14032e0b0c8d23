package org.dalescope.app.ui.library;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/**
 * The pane below the library's list that asks before runs are deleted and offers to undo the deletion; it replaces a
 * dialog.
 */
final class DeletionPane extends VBox {
    private final LibraryService desk;

    DeletionPane(LibraryService desk) {
        this.desk = desk;
        setId("deletion");
        getStyleClass().add("library-foot");
        desk.deletionProperty().subscribe(this::show);
    }

    private void show(Deletion is) {
        switch (is) {
            case Deletion.None() -> getChildren().clear();
            case Deletion.Asked asked ->
                put(
                        asked.question(),
                        button("Move to trash", "delete-run", Styles.DANGER, desk::delete),
                        button("Keep", "keep-run", "", desk::dismiss));
            case Deletion.Done done ->
                put(
                        done.words(),
                        button("Undo", "undo-delete", Styles.ACCENT, desk::undo),
                        button("Close", "close-deletion", "", desk::dismiss));
        }
        setVisible(!getChildren().isEmpty());
        setManaged(!getChildren().isEmpty());
    }

    private void put(String words, Button... buttons) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        FlowPane row = new FlowPane(buttons);
        row.getStyleClass().add("mapping-buttons");
        getChildren().setAll(label, row);
    }

    private static Button button(String words, String id, String style, Runnable act) {
        Button button = new Button(words);
        button.setMnemonicParsing(false);
        button.setId(id);
        button.getStyleClass().add(Styles.SMALL);
        if (!style.isEmpty()) {
            button.getStyleClass().add(style);
        }
        button.setOnAction(event -> act.run());
        return button;
    }
}
