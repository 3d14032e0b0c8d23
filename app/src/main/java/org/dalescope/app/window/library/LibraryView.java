package org.dalescope.app.window.library;

import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The list on the left; a click or Enter opens. */
public final class LibraryView extends ListView<LibraryItem> {
    private final Consumer<Path> open;

    public LibraryView(LibraryViewModel model, Consumer<Path> open) {
        super(model.items());
        this.open = open;
        setId("library");
        setAccessibleText("Library of sessions and runs");
        getStyleClass().addAll("library", Styles.DENSE);
        setCellFactory(list -> new Cell());
        setOnMouseClicked(event -> openSelected());
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                openSelected();
            }
        });
    }

    private void openSelected() {
        @Nullable LibraryItem selected = getSelectionModel().getSelectedItem();
        switch (selected) {
            case null -> {}
            case LibraryItem.Heading h -> getSelectionModel().clearSelection();
            case LibraryItem.SessionItem s -> open.accept(s.file());
            case LibraryItem.SuiteItem s -> open.accept(s.folder());
            case LibraryItem.RunItem r -> open.accept(r.folder());
        }
    }

    private static final class Cell extends ListCell<LibraryItem> {
        @Override
        protected void updateItem(@Nullable LibraryItem item, boolean empty) {
            super.updateItem(item, empty);
            setText(null);
            setPrefWidth(0);
            setGraphic(empty || item == null ? null : graphic(item));
            setTooltip(empty || item == null ? null : new Tooltip(item.title()));
        }

        private static VBox graphic(LibraryItem item) {
            Label title = new Label(item.title());
            title.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
            Label detail = new Label(item.detail());
            detail.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
            VBox box = new VBox(title);
            if (item instanceof LibraryItem.Heading) {
                title.getStyleClass().addAll(Styles.TEXT_CAPTION, Styles.TEXT_BOLD, "library-heading");
            }
            if (!item.detail().isEmpty()) {
                box.getChildren().add(detail);
            }
            String session = session(item);
            if (!session.isEmpty()) {
                Label below = new Label(session);
                below.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
                box.getChildren().add(below);
            }
            if (item.warnings() > 0) {
                Label warnings = new Label("! " + item.warnings() + " " + counted(item));
                warnings.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.WARNING);
                box.getChildren().add(warnings);
            }
            return box;
        }

        private static String session(LibraryItem item) {
            return switch (item) {
                case LibraryItem.RunItem run -> run.session();
                case LibraryItem.SuiteItem suite -> suite.sessions();
                case LibraryItem.Heading _, LibraryItem.SessionItem _ -> "";
            };
        }

        private static String counted(LibraryItem item) {
            if (item instanceof LibraryItem.SuiteItem) {
                return "failed";
            }
            return item.warnings() == 1 ? "warning" : "warnings";
        }
    }
}
