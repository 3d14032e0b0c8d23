package org.dalescope.app.ui.palette;

import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What was typed, what answers it, and which answer is chosen. */
public final class PaletteViewModel {
    private static final int MOST = 50;
    private final Supplier<List<PaletteEntry>> entries;
    private final BooleanProperty shown = new SimpleBooleanProperty(false);
    private final StringProperty query = new SimpleStringProperty("");
    private final ObservableList<PaletteEntry> answers = FXCollections.observableArrayList();
    private final IntegerProperty chosen = new SimpleIntegerProperty(0);
    private List<PaletteEntry> all = List.of();

    /**
     * A palette.
     *
     * @param entries asked anew at each opening
     */
    public PaletteViewModel(Supplier<List<PaletteEntry>> entries) {
        this.entries = entries;
        query.subscribe(this::search);
    }

    public BooleanProperty shownProperty() {
        return shown;
    }

    public StringProperty queryProperty() {
        return query;
    }

    /** The best first. */
    public ObservableList<PaletteEntry> answers() {
        return answers;
    }

    /** Place of the chosen answer. */
    public IntegerProperty chosenProperty() {
        return chosen;
    }

    public void open() {
        all = entries.get();
        query.set("");
        search("");
        shown.set(true);
    }

    public void close() {
        shown.set(false);
    }

    /** Moves the choice, around the ends. */
    public void move(int by) {
        if (!answers.isEmpty()) {
            chosen.set(Math.floorMod(chosen.get() + by, answers.size()));
        }
    }

    /** Closes and does what is chosen; nothing where nothing answers. */
    public void act() {
        if (chosen.get() < answers.size()) {
            PaletteEntry entry = answers.get(chosen.get());
            close();
            entry.act().run();
        }
    }

    private void search(String wanted) {
        answers.setAll(all.stream()
                .filter(entry -> entry.rank(wanted) > 0)
                .sorted(Comparator.comparingInt((PaletteEntry entry) -> -entry.rank(wanted)))
                .limit(MOST)
                .toList());
        chosen.set(0);
    }
}
