package org.dalescope.app.ui.session;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.StringProperty;
import org.dalescope.app.ui.configure.ConfigurationViewModel;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.Remedy;
import org.dalescope.model.network.inputs.FieldCorrections;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.curation.CellTypeText;
import org.dalescope.model.session.curation.Curation;
import org.dalescope.model.session.curation.IdList;
import org.dalescope.model.session.split.Split;
import org.dalescope.model.settings.Configuration;

/**
 * The curation of the open session by the user in the session view: remedies and exclusions. They write the
 * configuration's settings, so that the form shows them, the command contains them and the run records them. Each can
 * be undone.
 */
public final class SessionCuration {
    private final ConfigurationViewModel configuration;
    private final Deque<Change> done = new ArrayDeque<>();
    private final BooleanProperty undoable = new SimpleBooleanProperty(false);

    /** A change of a setting that was made here. */
    private record Change(String key, String before, String after) {}

    public SessionCuration(ConfigurationViewModel configuration) {
        this.configuration = configuration;
    }

    /** The observables that the views of exclusions and remedies follow. */
    public List<Observable> settings() {
        return List.of(
                text(Curation.NEURONS),
                text(Curation.TRIALS),
                text(Curation.CHANNELS),
                text(Curation.TYPES),
                text(Curation.AREAS),
                text(Curation.FITTED_TYPES),
                text(Curation.FACTOR_CHANNELS),
                text("data.exclude_aborted"),
                text("data.mask_origin"));
    }

    /** The settings of the form; empty while one of them is not valid. */
    Optional<Configuration> configuration() {
        return configuration.configuration().get();
    }

    /** How the form splits a session. */
    BiFunction<Session, Configuration, Split> splitting() {
        return configuration.splitting();
    }

    /** The observables that the assignment of inputs follows: all settings and the split. */
    List<Observable> inputSettings() {
        return List.of(configuration.configuration(), configuration.splitProperty(), configuration.splitFileProperty());
    }

    /**
     * Corrects the receptive field of neurons.
     *
     * @param level label of a level, or none; empty for the computed field
     */
    void correctFields(List<Integer> ids, String level) {
        change(
                FieldCorrections.KEY,
                FieldCorrections.with(text(FieldCorrections.KEY).get(), ids, level));
    }

    /** Whether there is something to undo. */
    public BooleanProperty undoableProperty() {
        return undoable;
    }

    public boolean isApplied(Remedy remedy) {
        return remedy.isIn(text(remedy.setting()).get());
    }

    /** Applies a remedy, or undoes it if it is applied. */
    public void toggle(Remedy remedy) {
        String now = text(remedy.setting()).get();
        change(remedy.setting(), isApplied(remedy) ? remedy.takenFrom(now, otherwise(remedy)) : remedy.appliedTo(now));
    }

    public boolean isNeuronLeftOut(int id) {
        return list(Curation.NEURONS).filter(list -> list.contains(id)).isPresent();
    }

    public boolean isTrialLeftOut(int id) {
        return list(Curation.TRIALS).filter(list -> list.contains(id)).isPresent();
    }

    public void toggleNeuron(int id) {
        toggle(Curation.NEURONS, id);
    }

    /**
     * Corrects the type of neurons, and includes them again if they were left out.
     *
     * @param letter E, I or U
     */
    public void retype(List<Integer> ids, char letter) {
        change(Curation.TYPES, CellTypeText.with(text(Curation.TYPES).get(), ids, letter));
        set(ids, true);
    }

    /** Leaves out neurons. */
    public void leaveOut(List<Integer> ids) {
        set(ids, false);
    }

    /** Includes or leaves out neurons in one change. */
    private void set(List<Integer> ids, boolean included) {
        list(Curation.NEURONS).ifPresent(list -> {
            IdList changed = list;
            for (int id : ids) {
                if (changed.contains(id) == included) {
                    changed = included ? changed.without(id) : changed.with(id);
                }
            }
            change(Curation.NEURONS, changed.text());
        });
    }

    public void toggleTrial(int id) {
        toggle(Curation.TRIALS, id);
    }

    /** Undoes the last change that was made here; text typed into the form since then stays. */
    public void undo() {
        if (!done.isEmpty()) {
            Change last = done.pop();
            if (text(last.key()).get().equals(last.after())) {
                text(last.key()).set(last.before());
            }
            undoable.set(!done.isEmpty());
        }
    }

    /** Clears the history, for example when another session is opened. */
    public void forget() {
        done.clear();
        undoable.set(false);
    }

    private void toggle(String key, int id) {
        list(key).ifPresent(list -> change(key, (list.contains(id) ? list.without(id) : list.with(id)).text()));
    }

    /** The list in the setting; empty while it is not valid, because the form then shows the error. */
    private Optional<IdList> list(String key) {
        try {
            return Optional.of(IdList.parse(text(key).get(), key));
        } catch (InputError illegal) {
            return Optional.empty();
        }
    }

    /** The value that undoes an applied remedy: the preset's value, or the other choice. */
    private String otherwise(Remedy remedy) {
        var setting = configuration.setting(remedy.setting());
        String preset = setting.presetProperty().get();
        return remedy.isIn(preset) && preset.equals("on") ? "off" : preset;
    }

    private void change(String key, String after) {
        String before = text(key).get();
        if (!before.equals(after)) {
            done.push(new Change(key, before, after));
            undoable.set(true);
            text(key).set(after);
        }
    }

    private StringProperty text(String key) {
        return configuration.setting(key).textProperty();
    }
}
