package org.dalescope.app.ui.preferences;

import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableStringValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.dalescope.app.ui.control.FocusReturn;
import org.dalescope.model.engine.choice.ComputeDevice;

/**
 * The view of the preferences over the window: which libtorch and which devices compute, whether they work, and where
 * the program keeps its files.
 */
public final class PreferencesView extends StackPane {
    private static final int REPORT_ROWS = 9;
    private final PreferencesViewModel model;
    private final BooleanProperty shown = new SimpleBooleanProperty(false);
    private final GridPane devices = facts();

    /**
     * The view, hidden.
     *
     * @param askFolder asks for the folder of a libtorch
     * @param folders the folders of the program, by their content
     * @param appearance a sentence that says how to change font size and colours
     */
    public PreferencesView(
            PreferencesViewModel model,
            Supplier<Optional<Path>> askFolder,
            Map<String, Path> folders,
            String appearance) {
        this.model = model;
        setId("preferences");
        getStyleClass().add("veil");
        devices.setId("devices");
        model.devicesProperty().subscribe(this::show);
        VBox box =
                new VBox(heading("libtorch for computing on a GPU"), bound("libtorch-in-use", model.inUseProperty()));
        box.getChildren().addAll(choice(askFolder), bound("libtorch-verdict", model.verdictProperty()));
        box.getChildren().addAll(heading("Devices"), devices, heading("Self-test"), testing(), report());
        box.getChildren().addAll(heading("Folders"), places(folders), heading("Text size and colours"));
        box.getChildren().add(wrapped(appearance));
        box.getStyleClass().add("page");
        ScrollPane scroll = new ScrollPane(box);
        scroll.setFitToWidth(true);
        BorderPane card = new BorderPane(scroll);
        card.setBottom(foot());
        card.getStyleClass().add("help-card");
        card.setMaxWidth(Region.USE_PREF_SIZE);
        setAlignment(card, Pos.CENTER);
        getChildren().add(card);
        visibleProperty().bind(shown);
        managedProperty().bind(shown);
        setFocusTraversable(true);
        FocusReturn.after(this, shown);
        shown.subscribe(now -> {
            if (now) {
                model.refresh();
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

    public BooleanProperty shownProperty() {
        return shown;
    }

    private HBox choice(Supplier<Optional<Path>> askFolder) {
        Button choose = button(
                "choose-libtorch", "Choose folder...", () -> askFolder.get().ifPresent(model::choose));
        Button shipped = button("shipped-libtorch", "Use the included one", model::takeShipped);
        return row(choose, shipped);
    }

    private HBox testing() {
        Button test = button("self-test", "Run self-test", model::test);
        test.disableProperty().bind(model.testingProperty());
        Button copy = button("copy-report", "Copy report", () -> Clipboard.getSystemClipboard()
                .setContent(Map.of(DataFormat.PLAIN_TEXT, model.reportProperty().get())));
        copy.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> model.reportProperty().get().isEmpty(), model.reportProperty()));
        ProgressIndicator busy = new ProgressIndicator();
        busy.setMaxSize(18, 18);
        busy.visibleProperty().bind(model.testingProperty());
        return row(test, copy, busy);
    }

    private Node report() {
        TextArea text = new TextArea();
        text.setId("self-test-report");
        text.setAccessibleText("report of the self-test");
        text.setEditable(false);
        text.setWrapText(true);
        text.setPrefRowCount(REPORT_ROWS);
        text.setPromptText(
                "Tests every engine in a separate process, with the libtorch of the next start. This takes a few seconds.");
        text.textProperty().bind(model.reportProperty());
        return text;
    }

    private static GridPane places(Map<String, Path> folders) {
        GridPane grid = facts();
        int row = 0;
        for (Map.Entry<String, Path> folder : folders.entrySet()) {
            TextField path = new TextField(folder.getValue().toString());
            path.setEditable(false);
            path.setAccessibleText(folder.getKey());
            path.setPrefColumnCount(32);
            grid.addRow(row++, new Label(folder.getKey()), path);
        }
        return grid;
    }

    private void show(List<ComputeDevice> found) {
        devices.getChildren().clear();
        int row = 0;
        for (ComputeDevice device : found) {
            Label name = new Label(device.name());
            name.getStyleClass().add(Styles.TEXT_BOLD);
            name.setMinWidth(Region.USE_PREF_SIZE);
            Label words = wrapped(device.detail()
                    + device.obstacle()
                            .map(why -> ". Not used: %s".formatted(why))
                            .orElse(", used"));
            devices.addRow(row++, name, words);
        }
    }

    private HBox foot() {
        Button close = button("close-preferences", "Close", () -> shown.set(false));
        close.setCancelButton(true);
        HBox foot = row(close);
        foot.getStyleClass().add("page");
        return foot;
    }

    private static HBox row(Node... nodes) {
        HBox row = new HBox(nodes);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("control-row");
        return row;
    }

    private static Button button(String id, String words, Runnable action) {
        Button button = new Button(words);
        button.setMnemonicParsing(false);
        button.setId(id);
        button.setOnAction(event -> action.run());
        return button;
    }

    private static Label bound(String id, ObservableStringValue text) {
        Label label = wrapped("");
        label.setId(id);
        label.textProperty().bind(text);
        return label;
    }

    private static GridPane facts() {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("facts");
        return grid;
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
}
