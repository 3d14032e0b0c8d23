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

/** The view model of the command palette: the query, the matching entries, and the chosen entry. */
public final class PaletteViewModel {
    private static final int MOST = 50;
    private final Supplier<List<PaletteEntry>> entries;
    private final BooleanProperty shown = new SimpleBooleanProperty(false);
    private final StringProperty query = new SimpleStringProperty("");
    private final ObservableList<PaletteEntry> answers = FXCollections.observableArrayList();
    private final IntegerProperty chosen = new SimpleIntegerProperty(0);
    private List<PaletteEntry> all = List.of();

    /**
     * A closed palette.
     *
     * @param entries supplies the entries again at each opening
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

    /** The matching entries, the best first. */
    public ObservableList<PaletteEntry> answers() {
        return answers;
    }

    /** The index of the chosen entry. */
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

    /** Moves the choice and wraps around at the ends. */
    public void move(int by) {
        if (!answers.isEmpty()) {
            chosen.set(Math.floorMod(chosen.get() + by, answers.size()));
        }
    }

    /** Closes the palette and runs the chosen entry; runs nothing if no entry matches. */
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
