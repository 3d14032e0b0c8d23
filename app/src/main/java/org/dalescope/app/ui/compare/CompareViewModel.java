package org.dalescope.app.ui.compare;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;
import org.dalescope.app.chart.fit.ReferenceRun;
import org.dalescope.app.ui.library.LibraryViewModel;
import org.dalescope.app.ui.notification.Notifications;
import org.dalescope.app.ui.run.RunSnapshot;
import org.dalescope.model.common.UserError;
import org.dalescope.model.library.RunEntry;
import org.dalescope.model.run.comparison.WeightDifference;
import org.dalescope.model.run.store.HistoryCsv;
import org.dalescope.model.run.store.ParametersNpz;
import org.dalescope.model.run.store.RunFolder;

/**
 * The view model of the comparison of runs. It reads the chosen runs in the background and shows only the newest
 * choice. For the window's thread only.
 */
public final class CompareViewModel {
    private final LibraryViewModel library;
    private final Executor elsewhere;
    private final Executor window;
    private final Notifications notices;
    private final ReadOnlyObjectWrapper<RunComparison> comparison = new ReadOnlyObjectWrapper<>(RunComparison.EMPTY);
    private final ReadOnlyObjectWrapper<Optional<WeightDifference>> weights =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<ReferenceRun>> ghost = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<RunGrouping> grouping = new SimpleObjectProperty<>(RunGrouping.NONE);
    private final RunTable table;
    private Optional<Path> first = Optional.empty();
    private Optional<Path> second = Optional.empty();
    private List<ComparedRun> read = List.of();
    private List<Path> weighed = List.of();
    private boolean reading;
    private long askedRuns;
    private long askedWeights;
    private long askedGhost;

    /**
     * A comparison without runs.
     *
     * @param elsewhere runs work on a background thread
     * @param window runs work on the window's thread
     */
    public CompareViewModel(LibraryViewModel library, Executor elsewhere, Executor window, Notifications notices) {
        this.library = library;
        this.elsewhere = elsewhere;
        this.window = window;
        this.notices = notices;
        this.table = new RunTable(library);
        library.choice().compared().addListener((ListChangeListener<Path>) change -> readChosen());
        library.contentProperty().addListener((all, before, now) -> contentChanged());
        library.choice().ghostProperty().subscribe(folder -> readGhost(folder));
        grouping.subscribe(how -> show());
    }

    /** The current comparison. */
    public ReadOnlyObjectProperty<RunComparison> comparisonProperty() {
        return comparison.getReadOnlyProperty();
    }

    /** The weights of B minus those of A, once {@link #askForWeights} has finished. */
    ReadOnlyObjectProperty<Optional<WeightDifference>> weightsProperty() {
        return weights.getReadOnlyProperty();
    }

    /** The run that is drawn behind the shown one. */
    public ReadOnlyObjectProperty<Optional<ReferenceRun>> ghostProperty() {
        return ghost.getReadOnlyProperty();
    }

    public ObjectProperty<RunGrouping> groupingProperty() {
        return grouping;
    }

    /** The table with one row per run. */
    public RunTable table() {
        return table;
    }

    /** Makes a run A of the pair. */
    void setFirst(Path folder) {
        if (second.filter(folder::equals).isPresent()) {
            second = comparison.get().first().map(run -> run.entry().run().folder());
        }
        first = Optional.of(folder);
        show();
    }

    /** Makes a run B of the pair. */
    void setSecond(Path folder) {
        if (first.or(() -> comparison.get().first().map(run -> run.entry().run().folder()))
                .filter(folder::equals)
                .isPresent()) {
            first = comparison.get().second().map(run -> run.entry().run().folder());
        }
        second = Optional.of(folder);
        show();
    }

    /** Removes a run from the comparison. */
    void remove(Path folder) {
        library.choice().compared().remove(folder);
    }

    void clear() {
        library.choice().compared().clear();
    }

    /** Compares the two newest runs; fewer if the library has fewer. */
    void compareNewest() {
        library.choice()
                .add(library.contentProperty().get().runs().stream()
                        .limit(2)
                        .map(run -> run.run().folder())
                        .toList());
    }

    /** Whether there are two runs that could be compared. */
    boolean hasRuns() {
        return library.contentProperty().get().runs().size() >= 2;
    }

    /** Reads the weights of the pair if they are not loaded yet. */
    void askForWeights() {
        Optional<RunComparison.Pair> pair = comparison.get().pair();
        List<Path> wanted = pair.map(p -> List.of(
                        p.a().entry().run().folder(), p.b().entry().run().folder()))
                .orElse(List.of());
        if (wanted.equals(weighed)) {
            return;
        }
        weighed = wanted;
        weights.set(Optional.empty());
        long mine = ++askedWeights;
        pair.ifPresent(p -> inBackground(
                () -> WeightDifference.of(
                        ParametersNpz.read(p.a().entry().run()),
                        ParametersNpz.read(p.b().entry().run())),
                difference -> {
                    if (mine == askedWeights) {
                        weights.set(Optional.of(difference));
                    }
                }));
    }

    private void contentChanged() {
        Map<Path, RunEntry> now = entries();
        boolean stale = read.stream().anyMatch(run -> isStale(run, now));
        boolean missing =
                library.choice().compared().stream().anyMatch(folder -> now.containsKey(folder) && !isRead(folder));
        if (reading) {
            // Later changes are handled with the next change, so that a running fit does not postpone every reading.
            return;
        }
        if (stale || missing) {
            readChosen();
        } else if (read.stream()
                .anyMatch(run -> !run.entry().notes().equals(entry(now, run).notes()))) {
            read = read.stream().map(run -> run.with(entry(now, run))).toList();
            show();
        }
    }

    private boolean isRead(Path folder) {
        return read.stream().anyMatch(run -> run.entry().run().folder().equals(folder));
    }

    private static RunEntry entry(Map<Path, RunEntry> all, ComparedRun of) {
        return all.getOrDefault(of.entry().run().folder(), of.entry());
    }

    private static boolean isStale(ComparedRun run, Map<Path, RunEntry> now) {
        Path folder = run.entry().run().folder();
        return !now.containsKey(folder) || run.isOlderThan(entry(now, run));
    }

    private Map<Path, RunEntry> entries() {
        return library.contentProperty()
                .get()
                .all()
                .collect(Collectors.toMap(run -> run.run().folder(), run -> run, (one, same) -> one));
    }

    private void readChosen() {
        Map<Path, RunEntry> now = entries();
        Map<Path, ComparedRun> known = new HashMap<>();
        read.stream()
                .filter(run -> !isStale(run, now))
                .forEach(run -> known.put(run.entry().run().folder(), run.with(entry(now, run))));
        List<RunEntry> wanted = library.choice().compared().stream()
                .flatMap(folder -> Optional.ofNullable(now.get(folder)).stream())
                .toList();
        long mine = ++askedRuns;
        if (wanted.stream().allMatch(entry -> known.containsKey(entry.run().folder()))) {
            take(wanted.stream()
                    .flatMap(entry -> Optional.ofNullable(known.get(entry.run().folder())).stream())
                    .toList());
            return;
        }
        reading = true;
        inBackground(() -> readAll(wanted, known), found -> {
            if (mine == askedRuns) {
                take(found.runs());
                library.choice().compared().removeAll(found.refused());
            }
        });
    }

    /** The result of a reading; runs that cannot be read leave the comparison. */
    private record Reading(List<ComparedRun> runs, List<Path> refused) {}

    private Reading readAll(List<RunEntry> wanted, Map<Path, ComparedRun> known) {
        List<ComparedRun> runs = new ArrayList<>();
        List<Path> refused = new ArrayList<>();
        for (RunEntry entry : wanted) {
            try {
                ComparedRun before = known.get(entry.run().folder());
                runs.add(before == null ? new ComparedRun(entry, RunSnapshot.read(entry.run())) : before);
            } catch (UserError damaged) {
                notices.show(damaged);
                refused.add(entry.run().folder());
            }
        }
        return new Reading(List.copyOf(runs), List.copyOf(refused));
    }

    private void take(List<ComparedRun> runs) {
        reading = false;
        read = runs;
        show();
    }

    private void show() {
        comparison.set(RunComparison.of(read, grouping.get(), first, second));
    }

    private void readGhost(Optional<Path> folder) {
        long mine = ++askedGhost;
        ghost.set(Optional.empty());
        folder.ifPresent(path -> inBackground(
                () -> new ReferenceRun(String.valueOf(path.getFileName()), HistoryCsv.read(new RunFolder(path))),
                found -> {
                    if (mine == askedGhost) {
                        ghost.set(Optional.of(found));
                    }
                }));
    }

    private <T> void inBackground(Supplier<T> work, Consumer<T> done) {
        elsewhere.execute(() -> {
            try {
                T result = work.get();
                window.execute(() -> done.accept(result));
            } catch (RuntimeException | LinkageError wrong) {
                window.execute(() -> reading = false);
                notices.show(wrong);
            }
        });
    }
}
