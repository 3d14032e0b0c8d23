package org.dalescope.app.ui.palette;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.dalescope.app.ui.control.FocusReturn;
import org.jspecify.annotations.Nullable;

/** The view of the command palette over the window: a search field and the matching entries. */
public final class PaletteView extends StackPane {
    private final PaletteViewModel model;
    private final TextField field = new TextField();
    private final ListView<PaletteEntry> list;

    public PaletteView(PaletteViewModel model) {
        this.model = model;
        this.list = new ListView<>(model.answers());
        getStyleClass().add("veil");
        field.setId("palette-query");
        field.setPromptText("Type an action, a setting, a preset, a session or a run");
        field.setAccessibleText("find anything");
        field.textProperty().bindBidirectional(model.queryProperty());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        list.setId("palette-answers");
        list.setAccessibleText("answers");
        list.setPlaceholder(new Label("Nothing matches these words. Try other words."));
        list.setCellFactory(view -> new Answer());
        list.setFocusTraversable(false);
        list.setOnMouseClicked(event -> {
            model.chosenProperty().set(Math.max(0, list.getSelectionModel().getSelectedIndex()));
            model.act();
        });
        VBox box = new VBox(field, list);
        box.getStyleClass().add("palette");
        box.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        setAlignment(box, Pos.TOP_CENTER);
        getChildren().add(box);
        setOnMouseClicked(event -> {
            if (event.getTarget() == this) {
                model.close();
            }
        });
        visibleProperty().bind(model.shownProperty());
        managedProperty().bind(model.shownProperty());
        FocusReturn.after(this, model.shownProperty());
        model.shownProperty().subscribe(shown -> {
            if (shown) {
                field.requestFocus();
            }
        });
        model.chosenProperty().subscribe(chosen -> choose(chosen.intValue()));
        model.answers().subscribe(() -> choose(model.chosenProperty().get()));
    }

    private void choose(int index) {
        if (index >= model.answers().size()) {
            return;
        }
        list.getSelectionModel().clearAndSelect(index);
        list.scrollTo(Math.max(0, index - 3));
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case KeyCode.DOWN -> model.move(1);
            case KeyCode.UP -> model.move(-1);
            case KeyCode.ENTER -> model.act();
            case KeyCode.ESCAPE -> model.close();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private static final class Answer extends ListCell<PaletteEntry> {
        @Override
        protected void updateItem(@Nullable PaletteEntry entry, boolean empty) {
            super.updateItem(entry, empty);
            if (empty || entry == null) {
                setGraphic(null);
                return;
            }
            Label title = new Label(entry.title());
            Label detail = new Label(entry.detail());
            detail.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
            detail.setMinWidth(0);
            HBox.setHgrow(detail, Priority.ALWAYS);
            detail.setMaxWidth(Double.MAX_VALUE);
            Label kind = new Label(entry.kind());
            kind.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
            kind.setMinWidth(Region.USE_PREF_SIZE);
            title.setMinWidth(Region.USE_PREF_SIZE);
            HBox line = new HBox(title, detail, kind);
            line.getStyleClass().add("control-row");
            line.setAlignment(Pos.CENTER_LEFT);
            line.setMaxWidth(USE_PREF_SIZE);
            line.setPrefWidth(0);
            line.setMinWidth(0);
            line.maxWidthProperty().bind(widthProperty().subtract(24));
            line.prefWidthProperty().bind(widthProperty().subtract(24));
            setGraphic(line);
        }
    }
}
