package org.dalescope.app.ui.compare;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import javafx.collections.SetChangeListener;
import org.dalescope.app.ui.library.LibraryViewModel;
import org.dalescope.model.analysis.core.Table;
import org.dalescope.model.library.RunEntry;
import org.dalescope.model.run.comparison.SettingDifferences;

/**
 * The table of runs in the compare view, one per row, with the columns and the filter that the user chose. It needs
 * only what the library already knows.
 */
public final class RunTable {
    /** The number of differing settings that are shown at first; the user can add columns for the others. */
    private static final int SETTINGS_AT_FIRST = 4;

    private final LibraryViewModel library;
    private final StringProperty filter = new SimpleStringProperty("");
    private final BooleanProperty wholeLibrary = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<List<RunColumn>> columns = new ReadOnlyObjectWrapper<>(RunColumn.all());
    private final ObservableSet<String> shown = FXCollections.observableSet();
    private final ObservableList<RunEntry> rows = FXCollections.observableArrayList();
    private final Set<String> known = new HashSet<>();
    private List<RunEntry> runs = List.of();

    RunTable(LibraryViewModel library) {
        this.library = library;
        filter.subscribe(words -> findRows());
        wholeLibrary.subscribe(all -> collect());
        library.contentProperty().subscribe(content -> collect());
        library.choice().compared().addListener((ListChangeListener<Path>) change -> collect());
        shown.addListener((SetChangeListener<String>) change -> findRows());
    }

    /** The words that a row must contain in the shown columns. */
    public StringProperty filterProperty() {
        return filter;
    }

    /** Whether the table lists every run of the library, or only the compared ones. */
    public BooleanProperty wholeLibraryProperty() {
        return wholeLibrary;
    }

    /** All columns; the settings in which the runs differ come last. */
    public ReadOnlyObjectProperty<List<RunColumn>> columnsProperty() {
        return columns.getReadOnlyProperty();
    }

    /** The keys of the shown columns. */
    public ObservableSet<String> shown() {
        return shown;
    }

    /** The rows that pass the filter. */
    public ObservableList<RunEntry> rows() {
        return rows;
    }

    /**
     * The table as it is shown.
     *
     * @param sorted the rows in the shown order
     */
    public Table table(List<RunEntry> sorted) {
        return new Table(
                "runs",
                "The compared runs, one per row.",
                visible().stream().map(column -> column.of(sorted)).toList());
    }

    private List<RunColumn> visible() {
        return columns.get().stream()
                .filter(column -> shown.contains(column.key()))
                .toList();
    }

    private void collect() {
        Set<Path> compared = Set.copyOf(library.choice().compared());
        List<RunEntry> now = library.contentProperty()
                .get()
                .all()
                .filter(run -> wholeLibrary.get() || compared.contains(run.run().folder()))
                .toList();
        if (now.equals(runs) && !known.isEmpty()) {
            return;
        }
        runs = now;
        List<String> differing = differing();
        List<RunColumn> all = new ArrayList<>(RunColumn.all());
        for (int i = 0; i < differing.size(); i++) {
            all.add(RunColumn.setting(differing.get(i), runs, differing.size() <= SETTINGS_AT_FIRST));
        }
        all.stream()
                .filter(column -> known.add(column.key()) && column.shownAtFirst())
                .forEach(column -> shown.add(column.key()));
        if (!keys(all).equals(keys(columns.get()))) {
            columns.set(List.copyOf(all));
        }
        findRows();
    }

    private static List<String> keys(List<RunColumn> columns) {
        return columns.stream().map(RunColumn::key).toList();
    }

    private List<String> differing() {
        List<Map<String, String>> settings =
                runs.stream().map(RunEntry::settings).distinct().toList();
        return SettingDifferences.of(settings).stream()
                .map(SettingDifferences.Row::key)
                .toList();
    }

    private void findRows() {
        List<String> words =
                List.of(filter.get().toLowerCase(Locale.ROOT).strip().split("\\s+", -1));
        List<RunColumn> visible = visible();
        List<RunEntry> found = runs.stream()
                .filter(run -> {
                    String row = visible.stream()
                            .map(column -> column.text(run).toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining("\n"));
                    return words.stream().allMatch(row::contains);
                })
                .toList();
        if (!rows.equals(found)) {
            rows.setAll(found);
        }
    }
}
