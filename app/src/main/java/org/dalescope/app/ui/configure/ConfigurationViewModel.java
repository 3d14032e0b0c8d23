package org.dalescope.app.ui.configure;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.IntegerBinding;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.dalescope.model.common.Finding;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.split.Split;
import org.dalescope.model.session.split.SplitFile;
import org.dalescope.model.settings.Configuration;
import org.dalescope.model.settings.Preset;

/** The view model of the configuration form: preset, changed settings, seed and split, and the errors in them. */
public final class ConfigurationViewModel {
    private final List<Preset> presets = Preset.shipped();
    private final List<SettingViewModel> settings = Configuration.schema().settings().stream()
            .map(SettingViewModel::new)
            .toList();
    private final ObjectProperty<Preset> preset = new SimpleObjectProperty<>(presets.getFirst());
    private final ObjectProperty<Optional<Session>> session = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<SplitChoice> split = new SimpleObjectProperty<>(SplitChoice.STRATIFIED);
    private final ObjectProperty<Optional<Path>> splitFile = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Double>> speed = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Map<String, Double>> gradientShares = new SimpleObjectProperty<>(Map.of());
    private final StringProperty seed = new SimpleStringProperty("1");
    private final Observable[] texts =
            settings.stream().map(SettingViewModel::textProperty).toArray(Observable[]::new);
    private final ObjectBinding<Optional<Configuration>> configuration =
            Bindings.createObjectBinding(this::build, texts);
    private final IntegerBinding changes = Bindings.createIntegerBinding(
            () -> (int) settings.stream().filter(s -> s.changed().get()).count(),
            settings.stream().map(SettingViewModel::changed).toArray(Observable[]::new));
    private final FormValidation checks = new FormValidation(this);
    private final BooleanBinding valid = checks.reason().isEmpty();

    public ConfigurationViewModel() {
        preset.subscribe(this::showPreset);
    }

    public List<Preset> presets() {
        return presets;
    }

    /** Every setting in the order of the form. */
    public List<SettingViewModel> settings() {
        return settings;
    }

    /** The setting with this key. */
    public SettingViewModel setting(String key) {
        return settings.stream()
                .filter(s -> s.description().key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(key));
    }

    /** The preset; a change sets every setting to the new preset. */
    public ObjectProperty<Preset> presetProperty() {
        return preset;
    }

    /** The session that the fit would use. */
    public ObjectProperty<Optional<Session>> sessionProperty() {
        return session;
    }

    public ObjectProperty<SplitChoice> splitProperty() {
        return split;
    }

    /** The file that gives the split, if it replaces {@link #splitProperty()}. */
    public ObjectProperty<Optional<Path>> splitFileProperty() {
        return splitFile;
    }

    /** The origin of the split, as the command line names it. */
    public String splitOrigin() {
        return splitFile.get().map(Path::toString).orElseGet(() -> split.get().toString());
    }

    /** The function that makes the chosen split; it may be used on any thread. */
    public BiFunction<Session, Configuration, Split> splitting() {
        SplitChoice choice = split.get();
        return splitFile
                .get()
                .<BiFunction<Session, Configuration, Split>>map(file -> (data, settings) -> SplitFile.read(file, data))
                .orElse(choice::split);
    }

    /** Operations per second of the last fit on this machine, as {@link org.dalescope.model.training.FitSize} counts them. */
    public ObjectProperty<Optional<Double>> speedProperty() {
        return speed;
    }

    /**
     * The share of each loss in the gradient of the last epoch of the shown run, from 0 to 1, by the section of its
     * settings; empty if one loss alone is trained or no run is shown.
     */
    public ObjectProperty<Map<String, Double>> gradientShares() {
        return gradientShares;
    }

    public StringProperty seedProperty() {
        return seed;
    }

    /** Why the seed is not valid; empty if it is. */
    public StringBinding seedError() {
        return checks.seedError();
    }

    /** Why the split is not valid; empty if it suits the session. */
    public StringBinding splitError() {
        return checks.splitError();
    }

    /** The number of settings that differ from the preset. */
    public IntegerBinding changes() {
        return changes;
    }

    /** The warnings that concern several settings. */
    public ObjectBinding<List<Finding>> warnings() {
        return checks.warnings();
    }

    /** Why no fit can start with this configuration; empty if one can. */
    public StringBinding reason() {
        return checks.reason();
    }

    /** Why the fit of the open session would fail to start; set from outside, because the check takes time. */
    StringProperty refusalProperty() {
        return checks.refusalProperty();
    }

    /** Whether the quick checks find no error. */
    boolean isValid() {
        return checks.isValid();
    }

    /** Whether a fit can start with this configuration. */
    public BooleanBinding valid() {
        return valid;
    }

    /** The configuration; empty while a setting is not valid. */
    public ObjectBinding<Optional<Configuration>> configuration() {
        return configuration;
    }

    public long seedValue() {
        return Long.parseLong(seed.get().strip());
    }

    /** The changed settings by key, as the command line takes them. */
    public Map<String, String> changedSettings() {
        Map<String, String> changed = new LinkedHashMap<>();
        settings.stream()
                .filter(s -> s.changed().get())
                .forEach(s -> changed.put(
                        s.description().key(), s.textProperty().get().strip()));
        return changed;
    }

    /** The content of the form, valid or not. */
    public ConfigurationState state() {
        Map<String, String> texts = new LinkedHashMap<>();
        settings.stream()
                .filter(s -> !s.textProperty().get().equals(s.presetProperty().get()))
                .forEach(s -> texts.put(s.description().key(), s.textProperty().get()));
        return new ConfigurationState(
                preset.get().name(),
                texts,
                seed.get(),
                split.get().name(),
                splitFile.get().map(Path::toString).orElse(""));
    }

    /** Restores the content of the form; unknown presets and settings are skipped. */
    public void restore(ConfigurationState state) {
        presets.stream()
                .filter(p -> p.name().equals(state.preset()))
                .findFirst()
                .ifPresent(preset::set);
        for (SettingViewModel setting : settings) {
            setting.textProperty()
                    .set(state.texts()
                            .getOrDefault(
                                    setting.description().key(),
                                    setting.presetProperty().get()));
        }
        seed.set(state.seed());
        Arrays.stream(SplitChoice.values())
                .filter(choice -> choice.name().equals(state.split()))
                .findFirst()
                .ifPresent(split::set);
        splitFile.set(Optional.of(state.splitFile()).filter(f -> !f.isEmpty()).map(Path::of));
    }

    /**
     * Sets every setting to the value of a configuration; the preset stays, and settings that differ from it are
     * marked.
     */
    public void take(Configuration taken) {
        Map<String, Object> values = Configuration.schema().values(taken);
        settings.forEach(setting -> setting.textProperty()
                .set(setting.description()
                        .format(values.getOrDefault(setting.description().key(), ""))));
    }

    /** Sets every setting back to the preset. */
    public void reset() {
        settings.forEach(SettingViewModel::reset);
    }

    private void showPreset(Preset shown) {
        Map<String, Object> values = Configuration.schema().values(shown.configuration());
        settings.forEach(setting ->
                setting.showPreset(values.getOrDefault(setting.description().key(), "")));
    }

    private Optional<Configuration> build() {
        if (settings.stream().anyMatch(s -> !s.error().get().isEmpty())) {
            return Optional.empty();
        }
        Map<String, Object> values = new LinkedHashMap<>();
        settings.forEach(s -> values.put(
                s.description().key(), s.description().parse(s.textProperty().get())));
        return Optional.of(Configuration.schema().record(values));
    }
}
