package org.dalescope.app.ui.configure;

import java.util.Arrays;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.dalescope.model.common.InputError;
import org.dalescope.model.settings.schema.SettingDescription;

/**
 * The view model of one setting in the configuration form: its text, whether it is valid, and whether it differs from
 * the preset.
 */
public final class SettingViewModel {
    private final SettingDescription description;
    private final StringProperty text = new SimpleStringProperty("");
    private final StringProperty preset = new SimpleStringProperty("");
    private final StringBinding error = Bindings.createStringBinding(this::check, text);
    private final BooleanBinding changed = Bindings.createBooleanBinding(this::differs, text, preset);

    private final StringProperty conflict = new SimpleStringProperty("");
    private final StringProperty noEffect = new SimpleStringProperty("");

    /**
     * A field, because JavaFX holds bindings weakly: a binding that is referenced only by its listeners is
     * garbage-collected.
     */
    private final StringBinding wrong;

    SettingViewModel(SettingDescription description) {
        this.description = description;
        this.wrong = Bindings.createStringBinding(
                () -> error.get().isEmpty() ? conflict.get() : error.get(), error, conflict);
    }

    public SettingDescription description() {
        return description;
    }

    /** The text that the user entered. */
    public StringProperty textProperty() {
        return text;
    }

    /** The value of the preset as text. */
    public StringProperty presetProperty() {
        return preset;
    }

    /** The error sentence; empty if the text is valid. */
    public StringBinding error() {
        return error;
    }

    /** The error of the whole form whose sentence names this setting; empty if there is none. */
    public StringProperty conflictProperty() {
        return conflict;
    }

    /** Why the setting has no effect with the other settings, such as "loss.trial.scale is 0"; empty if it has one. */
    public StringProperty noEffectProperty() {
        return noEffect;
    }

    /**
     * The error of the setting itself, otherwise its error in combination with other settings; empty if there is none.
     */
    public StringBinding wrong() {
        return wrong;
    }

    public BooleanBinding changed() {
        return changed;
    }

    /** Whether all words of the filter occur in label, key, section or help. */
    public boolean matches(String filter) {
        String all = (description.label() + " " + description.key() + " " + description.section() + " "
                        + description.help())
                .toLowerCase(Locale.ROOT);
        return Arrays.stream(filter.toLowerCase(Locale.ROOT).strip().split("\\s+", -1))
                .allMatch(all::contains);
    }

    /**
     * Sets the value of a preset. A setting that belongs to the session, such as its cell types, keeps its own value.
     */
    void showPreset(Object value) {
        boolean isOwn = description.ofSession() && changed.get();
        preset.set(description.format(value));
        if (!isOwn) {
            text.set(preset.get());
        }
    }

    /** Sets the setting back to the preset. */
    public void reset() {
        text.set(preset.get());
    }

    private String check() {
        try {
            description.parse(text.get());
            return "";
        } catch (InputError refusal) {
            return refusal.sentence();
        }
    }

    private boolean differs() {
        if (!check().isEmpty()) {
            return true;
        }
        return !description.parse(text.get()).equals(description.parse(preset.get()));
    }
}
