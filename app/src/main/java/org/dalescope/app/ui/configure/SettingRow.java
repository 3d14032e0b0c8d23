package org.dalescope.app.ui.configure;

import atlantafx.base.theme.Styles;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.controlsfx.control.ToggleSwitch;
import org.dalescope.app.ui.control.HelpTip;
import org.dalescope.app.ui.control.NumberField;
import org.dalescope.model.settings.schema.SettingDescription;
import org.dalescope.model.settings.schema.SettingType;

/** A row of the configuration form for one setting: label, editor and unit, with errors or changes below. */
final class SettingRow extends VBox {
    private static final double HELP_GAP = 6;
    private final SettingViewModel setting;
    private final Control editor;

    SettingRow(SettingViewModel setting) {
        this.setting = setting;
        SettingDescription description = setting.description();
        this.editor = editor(setting);
        // Style sheets and tests find the editor by this id. A dot would start a style class in their selectors.
        editor.setId("set-" + description.key().replace('.', '-'));
        editor.setAccessibleText(description.section() + ", " + description.label());
        editor.setAccessibleHelp(description.help());
        lazyTooltip(editor, description);
        helpByKeyboard(editor, description);
        Label label = new Label(
                description.unit().isEmpty()
                        ? description.label()
                        : description.label() + " (" + description.unit() + ")");
        label.setLabelFor(editor);
        label.setWrapText(true);
        label.setMaxWidth(Double.MAX_VALUE);
        lazyTooltip(label, description);
        HBox.setHgrow(label, Priority.ALWAYS);
        HBox line = new HBox(label, editor);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("setting-line");
        getStyleClass().add("setting");
        getChildren().addAll(line, below(setting));
    }

    SettingViewModel setting() {
        return setting;
    }

    Control editor() {
        return editor;
    }

    private static Label below(SettingViewModel setting) {
        StringBinding wrong = setting.wrong();
        Label below = new Label();
        below.setWrapText(true);
        below.getStyleClass().addAll(Styles.TEXT_SMALL, "setting-note");
        below.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> {
                            String error = wrong.get();
                            String before = setting.presetProperty().get();
                            String change = setting.changed().get()
                                    ? "changed from %s".formatted(before.isEmpty() ? "nothing" : before)
                                    : "";
                            String idle = setting.noEffectProperty().get();
                            String effect = idle.isEmpty() ? "" : "no effect, because %s".formatted(idle);
                            return error.isEmpty()
                                    ? change + (change.isEmpty() || effect.isEmpty() ? "" : "; ") + effect
                                    : error;
                        },
                        wrong,
                        setting.changed(),
                        setting.noEffectProperty(),
                        setting.presetProperty()));
        below.visibleProperty().bind(below.textProperty().isNotEmpty());
        below.managedProperty().bind(below.visibleProperty());
        Runnable colour = () -> {
            below.getStyleClass().removeAll(Styles.DANGER, Styles.ACCENT, Styles.TEXT_MUTED);
            below.getStyleClass()
                    .add(
                            !wrong.get().isEmpty()
                                    ? Styles.DANGER
                                    : setting.changed().get() ? Styles.ACCENT : Styles.TEXT_MUTED);
        };
        wrong.subscribe(colour);
        setting.changed().subscribe(colour);
        colour.run();
        return below;
    }

    private static Control editor(SettingViewModel setting) {
        return switch (setting.description().type()) {
            case SettingType.OnOff o -> toggle(setting.textProperty());
            case SettingType.Choice c -> choice(c, setting.textProperty());
            case SettingType.Whole w -> field(setting, new NumberField());
            case SettingType.Real r -> field(setting, new NumberField());
            case SettingType.Words w -> words(setting);
        };
    }

    private static ToggleSwitch toggle(StringProperty text) {
        ToggleSwitch toggle = new ToggleSwitch();
        toggle.setFocusTraversable(true);
        text.subscribe(word -> toggle.setSelected(word.equals("on")));
        toggle.selectedProperty().subscribe(on -> text.set(on ? "on" : "off"));
        return toggle;
    }

    private static ComboBox<String> choice(SettingType.Choice choice, StringProperty text) {
        ComboBox<String> box = new ComboBox<>(FXCollections.observableArrayList(choice.names()));
        box.valueProperty().bindBidirectional(text);
        return box;
    }

    private static TextField words(SettingViewModel setting) {
        TextField field = field(setting, new TextField());
        field.getStyleClass().add("words-field");
        field.setPromptText(setting.description().defaultText().isEmpty() ? "none" : "");
        return field;
    }

    private static TextField field(SettingViewModel setting, TextField field) {
        field.textProperty().bindBidirectional(setting.textProperty());
        setting.wrong().subscribe(error -> field.pseudoClassStateChanged(Styles.STATE_DANGER, !error.isEmpty()));
        return field;
    }

    /**
     * Creates the tooltip when the pointer first enters: tooltips of all rows would take a third of the form's start-up
     * time.
     */
    private static void lazyTooltip(Control control, SettingDescription description) {
        control.addEventFilter(MouseEvent.MOUSE_ENTERED, event -> tooltip(control, description));
    }

    private static Tooltip tooltip(Control control, SettingDescription description) {
        if (control.getTooltip() == null) {
            control.setTooltip(HelpTip.wide(help(description)));
        }
        return control.getTooltip();
    }

    /** Shows the help beside an editor that the keyboard reaches, because there is no pointer to show it. */
    private static void helpByKeyboard(Control editor, SettingDescription description) {
        editor.focusVisibleProperty().subscribe(visible -> {
            Bounds place = editor.localToScreen(editor.getLayoutBounds());
            if (visible && place != null) {
                Tooltip tip = tooltip(editor, description);
                tip.show(editor, place.getMinX(), place.getMaxY() + HELP_GAP);
            } else if (editor.getTooltip() != null) {
                editor.getTooltip().hide();
            }
        });
    }

    /** The help text: what the setting does, which values are valid, and its key. */
    static String help(SettingDescription description) {
        return "%s\n%s takes %s; default %s."
                .formatted(
                        description.help(),
                        description.key(),
                        description.legal(),
                        description.defaultText().isEmpty() ? "none" : description.defaultText());
    }
}
