package org.dalescope.app.ui.configure;

import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.binding.StringExpression;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.dalescope.app.ui.control.NumberField;

/** The part of the configuration form for preset, seed and split. */
final class RunOptionsPane extends VBox {
    RunOptionsPane(ConfigurationViewModel model, FormFiles files) {
        getStyleClass().add("section");
        Label presetHelp = note();
        model.presetProperty().subscribe(preset -> presetHelp.setText(preset.help()));
        TextField seed = new NumberField();
        seed.setId("seed");
        seed.textProperty().bindBidirectional(model.seedProperty());
        model.seedError().subscribe(error -> seed.pseudoClassStateChanged(Styles.STATE_DANGER, !error.isEmpty()));
        ComboBox<SplitChoice> split = new ComboBox<>(FXCollections.observableArrayList(SplitChoice.values()));
        split.setId("split");
        split.valueProperty().bindBidirectional(model.splitProperty());
        Label splitHelp = note();
        model.splitProperty().subscribe(choice -> showSplit(model, splitHelp));
        model.splitFileProperty().subscribe(file -> showSplit(model, splitHelp));
        split.disableProperty().bind(model.splitFileProperty().map(Optional::isPresent));
        PresetChooser preset = new PresetChooser(model);
        preset.setId("preset");
        getChildren()
                .addAll(
                        line("Preset", preset),
                        presetHelp,
                        own(model, files),
                        line("Seed", seed),
                        error(model.seedError()));
        getChildren().addAll(line("Split", split), splitHelp, splitButtons(model, files), error(model.splitError()));
    }

    /** The menu that saves and loads all settings as a file; files in the library's folder can be chosen directly. */
    private static MenuButton own(ConfigurationViewModel model, FormFiles files) {
        MenuItem save = new MenuItem("Save these settings...");
        save.setId("save-settings");
        save.disableProperty().bind(model.configuration().map(Optional::isEmpty));
        save.setOnAction(event -> files.saveSettings());
        MenuItem load = new MenuItem("Load settings...");
        load.setId("load-settings");
        load.setOnAction(event -> files.loadSettings());
        MenuButton own = new MenuButton("Own presets");
        own.setId("own-presets");
        own.getStyleClass().add(Styles.SMALL);
        own.getItems().addAll(save, load);
        own.showingProperty().subscribe(showing -> {
            if (showing) {
                own.getItems().setAll(save, load);
                List<Path> presets = files.ownPresets();
                if (!presets.isEmpty()) {
                    own.getItems().add(new SeparatorMenuItem());
                }
                presets.forEach(file -> own.getItems().add(preset(file, files)));
            }
        });
        return own;
    }

    private static MenuItem preset(Path file, FormFiles files) {
        MenuItem item = new MenuItem(String.valueOf(file.getFileName()).replaceFirst("\\.json$", ""));
        item.setMnemonicParsing(false);
        item.setOnAction(event -> files.loadSettings(file));
        return item;
    }

    private static void showSplit(ConfigurationViewModel model, Label help) {
        help.setText(model.splitFileProperty()
                .get()
                .map(file -> "From %s.".formatted(file))
                .orElseGet(() -> model.splitProperty().get().help()));
    }

    private static HBox splitButtons(ConfigurationViewModel model, FormFiles files) {
        Button open = button("Import...", "import-split", "Take the split from a JSON file");
        open.setOnAction(event -> files.importSplit());
        Button save = button("Export...", "export-split", "Write the split to a JSON file");
        save.setOnAction(event -> files.exportSplit());
        save.disableProperty().bind(model.sessionProperty().map(Optional::isEmpty));
        Button clear = button("Clear", "clear-split", "Forget the split file");
        clear.setOnAction(event -> model.splitFileProperty().set(Optional.empty()));
        clear.visibleProperty().bind(model.splitFileProperty().map(Optional::isPresent));
        clear.managedProperty().bind(clear.visibleProperty());
        HBox buttons = new HBox(open, save, clear);
        buttons.getStyleClass().add("control-row");
        return buttons;
    }

    private static Button button(String words, String id, String help) {
        Button button = new Button(words);
        button.setMnemonicParsing(false);
        button.setId(id);
        button.getStyleClass().add(Styles.SMALL);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setAccessibleText(help);
        return button;
    }

    private static HBox line(String words, Control editor) {
        Label label = new Label(words);
        label.setLabelFor(editor);
        editor.setAccessibleText(words.toLowerCase(Locale.ROOT));
        Region spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        HBox line = new HBox(label, spacer, editor);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("setting-line");
        return line;
    }

    private static Label note() {
        Label label = new Label();
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        return label;
    }

    private static Label error(StringExpression text) {
        Label label = note();
        label.getStyleClass().remove(Styles.TEXT_MUTED);
        label.getStyleClass().add(Styles.DANGER);
        label.textProperty().bind(text);
        label.visibleProperty().bind(text.isNotEmpty());
        label.managedProperty().bind(text.isNotEmpty());
        return label;
    }
}
