package org.dalescope.app.ui.library;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.dalescope.app.ui.session.OpenSession;
import org.dalescope.app.ui.suite.SuiteSnapshot;
import org.dalescope.model.common.Finding;
import org.dalescope.model.library.RunCatalogue;
import org.dalescope.model.library.RunEntry;
import org.dalescope.model.library.RunOrder;
import org.dalescope.model.library.RunQuery;
import org.dalescope.model.library.SuiteEntry;
import org.dalescope.model.run.store.RunFolder;
import org.dalescope.model.suite.store.SuiteRecord;

/**
 * The view model of the library's list: the opened sessions, the newest first, and the runs and suites on disk that
 * match the search. For the window's thread only.
 */
public final class LibraryViewModel {
    private final ObservableList<LibraryItem> items = FXCollections.observableArrayList();
    private final StringProperty search = new SimpleStringProperty("");
    private final ObjectProperty<RunOrder> order = new SimpleObjectProperty<>(RunOrder.NEWEST);
    private final ReadOnlyObjectWrapper<RunCatalogue.Content> content =
            new ReadOnlyObjectWrapper<>(RunCatalogue.Content.EMPTY);
    private final RunChoice choice = new RunChoice();
    private final List<LibraryItem.SessionItem> sessions = new ArrayList<>();
    private final Map<Path, LibraryItem.SuiteItem> liveSuites = new HashMap<>();
    private final Set<Path> unfolded = new HashSet<>();
    private List<Path> paused = List.of();

    public LibraryViewModel() {
        search.subscribe(words -> arrange());
        order.subscribe(how -> arrange());
        choice.compared().addListener((ListChangeListener<Path>) change -> arrange());
        choice.ghostProperty().subscribe(run -> arrange());
        choice.shownProperty().subscribe(run -> arrange());
    }

    /** All items in the order of the list, including headings. */
    public ObservableList<LibraryItem> items() {
        return items;
    }

    /** The search text for runs, as {@link RunQuery} reads it. */
    public StringProperty searchProperty() {
        return search;
    }

    public ObjectProperty<RunOrder> orderProperty() {
        return order;
    }

    /** The content on disk, regardless of the search. */
    public ReadOnlyObjectProperty<RunCatalogue.Content> contentProperty() {
        return content.getReadOnlyProperty();
    }

    /** The runs that the user chose. */
    public RunChoice choice() {
        return choice;
    }

    /** Adds a session, or moves it to the top. */
    public void add(OpenSession open) {
        Path file = open.session().source().file();
        sessions.removeIf(item -> item.file().equals(file));
        String detail = "%s neurons, %s trials"
                .formatted(open.session().neurons().size(), open.session().trials());
        sessions.addFirst(new LibraryItem.SessionItem(open.session().name(), file, detail, (int)
                open.preflight().findings().stream().filter(Finding::isSerious).count()));
        arrange();
    }

    /** Shows the current number of warnings in the report on a session. */
    public void warned(Path file, int serious) {
        sessions.replaceAll(item -> item.file().equals(file)
                ? new LibraryItem.SessionItem(item.title(), file, item.detail(), serious)
                : item);
        arrange();
    }

    /** Lists session files of earlier days below those opened since the start, the newest first. */
    public void remember(List<Path> files) {
        for (Path file : files) {
            if (sessions.stream().noneMatch(item -> item.file().equals(file))) {
                sessions.add(new LibraryItem.SessionItem(String.valueOf(file.getFileName()), file, "opened before", 0));
            }
        }
        arrange();
    }

    /** Shows new content; does nothing if it equals the shown content. */
    public void show(RunCatalogue.Content read) {
        if (read.equals(content.get())) {
            return;
        }
        content.set(read);
        arrange();
    }

    /** Shows a run's new facts before the library is read again; does nothing if the run is not in the list. */
    public void replace(RunEntry now) {
        merge(now);
        arrange();
    }

    private void merge(RunEntry now) {
        RunCatalogue.Content is = content.get();
        content.set(new RunCatalogue.Content(
                replaced(is.runs(), now),
                is.suites().stream()
                        .map(suite -> new SuiteEntry(
                                suite.folder(), suite.suite(), replaced(suite.runs(), now), suite.broken()))
                        .toList()));
    }

    private static List<RunEntry> replaced(List<RunEntry> runs, RunEntry now) {
        return runs.stream().map(run -> run.run().equals(now.run()) ? now : run).toList();
    }

    /** Shows which runs of this window are paused, by their folder or the folder of their suite. */
    public void setPaused(List<Path> folders) {
        paused = List.copyOf(folders);
        arrange();
    }

    /**
     * Shows the progress of a fit in this window. It is called many times a second, so it changes only the fit's item.
     */
    public void progress(RunFolder folder, int epoch) {
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i) instanceof LibraryItem.RunItem item
                    && item.folder().equals(folder.folder())
                    && item.entry().isRunning()
                    && item.entry().epoch() != epoch) {
                RunEntry now = item.entry().at(epoch);
                merge(now);
                items.set(i, item(now));
            }
        }
    }

    /** Shows the progress of a suite; a suite that is not in the list yet is added at the top. */
    public void update(SuiteSnapshot picture) {
        LibraryItem.SuiteItem now = new LibraryItem.SuiteItem(
                picture.name(),
                picture.folder().folder(),
                names(picture.results().suite()),
                picture.finished(),
                picture.fits(),
                picture.failed(),
                false);
        Optional<LibraryItem.SuiteItem> before = Optional.ofNullable(liveSuites.put(now.folder(), now));
        if (before.filter(now::isSameAs).isEmpty()) {
            arrange();
        }
    }

    /** Lists the fits of a suite below it, or hides them again. */
    public void unfold(Path suite) {
        if (!unfolded.remove(suite)) {
            unfolded.add(suite);
        }
        arrange();
    }

    /** The fits of a suite that have started. */
    public List<RunEntry> fitsOf(Path suite) {
        return content.get().suites().stream()
                .filter(entry -> entry.folder().folder().equals(suite))
                .flatMap(entry -> entry.runs().stream())
                .toList();
    }

    private void arrange() {
        RunQuery query = RunQuery.of(search.get());
        List<LibraryItem> all = new ArrayList<>();
        List<LibraryItem.SessionItem> found = sessions.stream()
                .filter(item -> query.words().stream()
                        .allMatch(word -> item.title().toLowerCase(Locale.ROOT).contains(word)))
                .toList();
        all.add(new LibraryItem.Heading("Sessions", sessions.isEmpty() ? "none opened yet" : ""));
        all.addAll(found);
        runs(query, all);
        suites(query, all);
        if (!items.equals(all)) {
            put(all);
        }
    }

    /** Replaces items one by one if the order stays the same, so that selection and scroll position are kept. */
    private void put(List<LibraryItem> all) {
        boolean sameOrder = paths(items).equals(paths(all));
        if (!sameOrder) {
            items.setAll(all);
            return;
        }
        for (int i = 0; i < all.size(); i++) {
            if (!items.get(i).equals(all.get(i))) {
                items.set(i, all.get(i));
            }
        }
    }

    private static List<Optional<Path>> paths(List<LibraryItem> list) {
        return list.stream().map(LibraryItem::path).toList();
    }

    private void runs(RunQuery query, List<LibraryItem> all) {
        List<RunEntry> runs = content.get().runs();
        List<LibraryItem> found = sorted(runs.stream().filter(query::matches));
        String hint = runs.isEmpty() ? "none yet: start a fit" : "";
        if (!query.isEmpty() && !runs.isEmpty()) {
            hint = found.isEmpty() ? "no match: change the search" : "%s of %s".formatted(found.size(), runs.size());
        }
        all.add(new LibraryItem.Heading("Runs", hint));
        all.addAll(found);
    }

    private void suites(RunQuery query, List<LibraryItem> all) {
        List<SuiteEntry> suites = content.get().suites();
        Set<Path> stored = suites.stream().map(suite -> suite.folder().folder()).collect(Collectors.toSet());
        List<LibraryItem.SuiteItem> begun = liveSuites.values().stream()
                .filter(item -> !stored.contains(item.folder()))
                .toList();
        boolean none = suites.isEmpty() && begun.isEmpty();
        all.add(new LibraryItem.Heading("Suites", none ? "none yet: start one in the tab Suite" : ""));
        all.addAll(begun);
        for (SuiteEntry suite : suites) {
            List<LibraryItem> fits = sorted(suite.runs().stream().filter(query::matches));
            boolean open = unfolded.contains(suite.folder().folder());
            boolean itself = query.words().stream()
                    .allMatch(
                            word -> item(suite).title().toLowerCase(Locale.ROOT).contains(word));
            if (itself || !fits.isEmpty()) {
                all.add(item(suite));
                all.addAll(open || !query.isEmpty() ? fits : List.of());
            }
        }
    }

    /** The items of runs, the pinned ones first. */
    private List<LibraryItem> sorted(Stream<RunEntry> runs) {
        List<RunEntry> sorted = runs.sorted(order.get().comparator()).toList();
        return Stream.concat(
                        sorted.stream().filter(run -> run.notes().pinned()),
                        sorted.stream().filter(run -> !run.notes().pinned()))
                .<LibraryItem>map(this::item)
                .toList();
    }

    private LibraryItem.RunItem item(RunEntry run) {
        Path folder = run.run().folder();
        return new LibraryItem.RunItem(
                run,
                choice.shownProperty().get().filter(folder::equals).isPresent(),
                choice.compared().contains(folder),
                choice.ghostProperty().get().filter(folder::equals).isPresent(),
                paused.stream().anyMatch(folder::startsWith));
    }

    /** The item of a suite. The window's own snapshot of a suite is newer than the content that was read. */
    private LibraryItem.SuiteItem item(SuiteEntry entry) {
        Path folder = entry.folder().folder();
        LibraryItem.SuiteItem read = new LibraryItem.SuiteItem(
                String.valueOf(folder.getFileName()),
                folder,
                entry.suite().map(LibraryViewModel::names).orElse(""),
                entry.finished(),
                entry.fits(),
                entry.failed(),
                unfolded.contains(folder));
        return Optional.ofNullable(liveSuites.get(folder))
                .filter(live -> live.finished() > read.finished())
                .map(live -> new LibraryItem.SuiteItem(
                        live.title(),
                        folder,
                        live.sessions(),
                        live.finished(),
                        live.fits(),
                        live.failed(),
                        read.unfolded()))
                .orElse(read);
    }

    private static String names(SuiteRecord suite) {
        return suite.sessions().stream().map(SuiteRecord.SessionNote::name).collect(Collectors.joining(", "));
    }
}
