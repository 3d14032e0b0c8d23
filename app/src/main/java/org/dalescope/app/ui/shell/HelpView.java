package org.dalescope.app.ui.shell;

import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.dalescope.app.about.VersionReport;
import org.dalescope.app.ui.control.FocusReturn;
import org.dalescope.app.ui.keyboard.Shortcut;

/** The help view over the main window: the keys, the first steps, the program's version and the location of its log. */
final class HelpView extends StackPane {
    private static final List<String> STEPS = List.of(
            "1. Open a session (or drop its file on the window), or open the demo session.",
            "2. Session: read what the check found before you fit. One click applies a remedy.",
            "3. Choose Start fit. The curves appear at once. The dashed line is the ceiling of the score.",
            "4. PSTHs: the worst neurons come first, each with its r and its ceiling.",
            "5. Change one setting, fit again and compare. For several seeds or settings at once, use Suite.",
            "6. Every fit has a folder with a report, figures and the command that repeats the fit.");
    private final BooleanProperty shown = new SimpleBooleanProperty(false);

    /**
     * A help view, hidden.
     *
     * @param log the folder of the log
     * @param reveal shows a folder in the desktop's file manager
     * @param notices shows the last messages again
     */
    HelpView(Path log, Consumer<Path> reveal, Runnable notices, Runnable resetWindow) {
        getStyleClass().add("veil");
        GridPane keys = new GridPane();
        keys.getStyleClass().add("facts");
        int row = 0;
        for (Shortcut shortcut : Shortcut.values()) {
            Label key = new Label(shortcut.shown());
            key.getStyleClass().add(Styles.TEXT_BOLD);
            keys.addRow(row++, key, new Label(shortcut.purpose()));
        }
        VBox box = new VBox(heading("First steps"));
        STEPS.forEach(step -> box.getChildren().add(wrapped(step)));
        box.getChildren().addAll(heading("Keys"), keys, heading("About"), about(), log(log, reveal));
        box.getStyleClass().add("page");
        ScrollPane scroll = new ScrollPane(box);
        scroll.setFitToWidth(true);
        BorderPane card = new BorderPane(scroll);
        card.setBottom(buttons(notices, resetWindow));
        card.getStyleClass().add("help-card");
        card.setMaxWidth(Region.USE_PREF_SIZE);
        setAlignment(card, Pos.CENTER);
        getChildren().add(card);
        setId("help");
        visibleProperty().bind(shown);
        managedProperty().bind(shown);
        setFocusTraversable(true);
        FocusReturn.after(this, shown);
        shown.subscribe(now -> {
            if (now) {
                requestFocus();
            }
        });
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                shown.set(false);
                event.consume();
            }
        });
    }

    BooleanProperty shownProperty() {
        return shown;
    }

    private static Label heading(String words) {
        Label heading = new Label(words);
        heading.getStyleClass().addAll(Styles.TITLE_4, "section-heading");
        return heading;
    }

    private static Label wrapped(String words) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private static Node about() {
        return wrapped(VersionReport.sentence());
    }

    private static Node log(Path folder, Consumer<Path> reveal) {
        TextField path = new TextField(folder.toString());
        path.setId("log-folder");
        path.setEditable(false);
        path.setAccessibleText("folder of the log");
        HBox.setHgrow(path, Priority.ALWAYS);
        Button open = new Button("Open the log's folder");
        open.setId("open-log-folder");
        open.setMinWidth(Region.USE_PREF_SIZE);
        open.setOnAction(event -> reveal.accept(folder));
        HBox place = new HBox(path, open);
        place.getStyleClass().add("control-row");
        return new VBox(wrapped("The log has up to five files of 1 MB. The newest is dalescope-0.log:"), place);
    }

    private Node buttons(Runnable notices, Runnable resetWindow) {
        Button last = new Button("Show the last messages");
        last.setId("recall-notices");
        last.setOnAction(event -> {
            shown.set(false);
            notices.run();
        });
        Button reset = new Button("Reset the window to its defaults");
        reset.setId("reset-window");
        reset.setOnAction(event -> {
            shown.set(false);
            resetWindow.run();
        });
        Button close = new Button("Close");
        close.setId("close-help");
        close.setCancelButton(true);
        close.setOnAction(event -> shown.set(false));
        HBox buttons = new HBox(last, reset, close);
        buttons.getStyleClass().addAll("control-row", "page");
        return buttons;
    }
}
