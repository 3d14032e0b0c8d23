package org.dalescope.app.ui.run;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.dalescope.model.run.store.EpochView;
import org.dalescope.model.run.store.RunFolder;

/** The earlier epoch of the shown run that the user chose to see in all views. */
public final class EpochSelection {
    private final ObservableValue<Optional<RunSnapshot>> run;
    private final ObjectProperty<Optional<Integer>> epoch = new SimpleObjectProperty<>(Optional.empty());
    private final BooleanProperty held = new SimpleBooleanProperty(false);
    private final ObjectBinding<Optional<RunSnapshot>> shown;
    private Optional<RunFolder> folder = Optional.empty();

    /**
     * A selection without a chosen epoch.
     *
     * @param run the shown run; when it changes, the new run is shown at its last epoch
     */
    public EpochSelection(ObservableValue<Optional<RunSnapshot>> run) {
        this.run = run;
        this.shown = Bindings.createObjectBinding(
                () -> run.getValue().map(r -> epoch.get().map(r::at).orElse(r)), run, epoch);
        run.subscribe(now -> {
            Optional<RunFolder> next = now.map(RunSnapshot::folder);
            if (!next.equals(folder)) {
                folder = next;
                epoch.set(Optional.empty());
            }
        });
    }

    /** The chosen epoch; empty for the newest epoch of a live run and the best epoch of another run. */
    public ObjectProperty<Optional<Integer>> epochProperty() {
        return epoch;
    }

    /** Whether the epoch stays chosen in a live run when the slider is released. */
    public BooleanProperty heldProperty() {
        return held;
    }

    /** The run as the views show it. */
    public ObjectBinding<Optional<RunSnapshot>> shown() {
        return shown;
    }

    /** Called when the slider is released: a live run returns to its newest epoch, unless the epoch is held. */
    public void sliderReleased() {
        if (!held.get() && run.getValue().filter(RunSnapshot::isLive).isPresent()) {
            epoch.set(Optional.empty());
        }
    }

    /** Moves to the next kept epoch; returns false at the end or if no epoch was kept. */
    public boolean step() {
        List<Integer> kept = run.getValue()
                .map(r -> r.kept().kept().stream()
                        .map(EpochView::epoch)
                        .filter(e -> e <= r.history().size())
                        .toList())
                .orElse(List.of());
        int now = epoch.get().orElse(0);
        Optional<Integer> next = kept.stream().filter(e -> e > now).findFirst();
        next.ifPresent(e -> epoch.set(next));
        return next.isPresent();
    }

    /** Returns to the newest epoch of a live run or the best epoch of another run. */
    public void back() {
        held.set(false);
        epoch.set(Optional.empty());
    }

    /** The position of the slider and the shown epoch, as text. */
    public static String words(RunSnapshot run) {
        if (run.history().isEmpty()) {
            return "no epoch yet";
        }
        String own = run.isLive()
                ? "epoch %s, live".formatted(run.history().size())
                : "best epoch, %s".formatted(run.bestEpoch());
        return run.chosen()
                .map(chosen -> "epoch %s of %s%s"
                        .formatted(
                                chosen,
                                run.history().size(),
                                run.epochView()
                                        .filter(view -> view.epoch() != chosen)
                                        .map(view -> "; PSTHs, weights and trials of epoch %s".formatted(view.epoch()))
                                        .orElse(run.kept().kept().isEmpty() ? "; only the curves were saved" : "")))
                .orElse(own);
    }
}
