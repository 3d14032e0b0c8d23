package org.dalescope.app.window.configure;

import atlantafx.base.theme.Styles;
import java.util.Locale;
import javafx.beans.binding.StringExpression;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What a fit needs beside the settings: preset, seed and split. */
final class RunSettings extends VBox {
    RunSettings(ConfigurationViewModel model) {
        getStyleClass().add("section");
        Label presetHelp = note();
        model.preset().subscribe(preset -> presetHelp.setText(preset.help()));
        TextField seed = new TextField();
        seed.setId("seed");
        seed.getStyleClass().add("number-field");
        seed.textProperty().bindBidirectional(model.seed());
        model.seedError().subscribe(error -> seed.pseudoClassStateChanged(Styles.STATE_DANGER, !error.isEmpty()));
        ComboBox<SplitChoice> split = new ComboBox<>(FXCollections.observableArrayList(SplitChoice.values()));
        split.setId("split");
        split.valueProperty().bindBidirectional(model.split());
        Label splitHelp = note();
        model.split().subscribe(choice -> splitHelp.setText(choice.help()));
        PresetBox preset = new PresetBox(model);
        preset.setId("preset");
        getChildren().addAll(line("Preset", preset), presetHelp, line("Seed", seed), error(model.seedError()));
        getChildren().addAll(line("Split", split), splitHelp, error(model.splitError()));
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
