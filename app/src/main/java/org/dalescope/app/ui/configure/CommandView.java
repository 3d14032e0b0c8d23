package org.dalescope.app.ui.configure;

import atlantafx.base.theme.Styles;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.dalescope.model.run.execution.FitCommandLine;

/** The pane of the configuration form with the command line that repeats the configured fit, for copying. */
public final class CommandView extends VBox {
    private static final int ROWS = 3;
    private final TextArea text = new TextArea();
    private final Button copy = new Button("Copy");

    public CommandView() {
        getStyleClass().add("command");
        text.setId("command");
        text.setEditable(false);
        text.setWrapText(true);
        text.setPrefRowCount(ROWS);
        text.getStyleClass().add("command-text");
        copy.getStyleClass().add(Styles.SMALL);
        copy.setAccessibleText("Copy the command line");
        copy.setOnAction(
                event -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text.getText())));
        Label label = new Label("Repeat as a command");
        label.setLabelFor(text);
        Region spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        HBox head = new HBox(label, spacer, copy);
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(head, text);
        show(Optional.empty());
    }

    public void show(Optional<FitCommandLine> command) {
        text.setText(command.map(FitCommandLine::text)
                .orElse("The command appears here when a session is open and no setting is marked as wrong."));
        copy.setDisable(command.isEmpty());
    }
}
