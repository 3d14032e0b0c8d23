package org.dalescope.app.window.library;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.dalescope.app.chart.RunFigures;
import org.dalescope.app.window.session.OpenSession;
import org.dalescope.app.window.suite.SuitePicture;
import org.dalescope.model.Refusal;
import org.dalescope.model.experiment.SuiteLibrary;
import org.dalescope.model.experiment.SuiteRecord;
import org.dalescope.model.run.RunLibrary;
import org.dalescope.model.run.RunStatus;
import org.dalescope.model.run.ScoresJson;
import org.dalescope.model.scoring.Score;
import org.dalescope.model.scoring.ScoreKind;
import org.dalescope.model.session.quality.Finding;

/** Sessions opened since the start, the newest first, and runs and suites on disk. */
public final class LibraryViewModel {
    private final ObservableList<LibraryItem> items = FXCollections.observableArrayList();
    private final List<LibraryItem> sessions = new ArrayList<>();
    private Stored stored = new Stored(List.of(), List.of());

    /** What lies on disk, the newest first. */
    public record Stored(List<LibraryItem> runs, List<LibraryItem.SuiteItem> suites) {}

    public LibraryViewModel() {
        arrange();
    }

    /** Everything in the order of the list, headings included. */
    public ObservableList<LibraryItem> items() {
        return items;
    }

    /** Adds a session, or moves it to the top. */
    public void add(OpenSession open) {
        Path file = open.session().source().file();
        sessions.removeIf(
                item -> item instanceof LibraryItem.SessionItem s && s.file().equals(file));
        String detail =
                open.session().neurons().size() + " neurons, " + open.session().trials() + " trials";
        sessions.addFirst(new LibraryItem.SessionItem(open.session().name(), file, detail, (int)
                open.preflight().findings().stream().filter(Finding::isSerious).count()));
        arrange();
    }

    /** Shows what {@link #read} read. */
    public void showStored(Stored read) {
        stored = read;
        arrange();
    }

    /** Reads a library; not for the window's thread. */
    public static Stored read(RunLibrary library) {
        return new Stored(
                library.runs().stream().map(LibraryViewModel::item).toList(),
                new SuiteLibrary(library.folder())
                        .suites().stream().map(LibraryViewModel::item).toList());
    }

    /** Shows how far a suite is; one that is not in the list yet comes to its top. */
    public void update(SuitePicture picture) {
        LibraryItem.SuiteItem now = new LibraryItem.SuiteItem(
                picture.name(),
                picture.folder().folder(),
                names(picture.results().suite()),
                picture.finished(),
                picture.fits(),
                picture.failed());
        List<LibraryItem.SuiteItem> suites = new ArrayList<>(stored.suites());
        if (suites.contains(now)) {
            return;
        }
        boolean known = suites.stream().anyMatch(item -> item.folder().equals(now.folder()));
        suites.replaceAll(item -> item.folder().equals(now.folder()) ? now : item);
        if (!known) {
            suites.addFirst(now);
        }
        stored = new Stored(stored.runs(), List.copyOf(suites));
        arrange();
    }

    private static LibraryItem.SuiteItem item(SuiteLibrary.Entry entry) {
        return new LibraryItem.SuiteItem(
                String.valueOf(entry.folder().folder().getFileName()),
                entry.folder().folder(),
                entry.suite().map(LibraryViewModel::names).orElse(""),
                entry.finished(),
                entry.suite().map(suite -> suite.cells().size()).orElse(0),
                entry.failed());
    }

    private static String names(SuiteRecord suite) {
        return suite.sessions().stream().map(SuiteRecord.SessionNote::name).collect(Collectors.joining(", "));
    }

    private static LibraryItem item(RunLibrary.Entry entry) {
        Path folder = entry.run().folder();
        Optional<Score> score = score(entry);
        return new LibraryItem.RunItem(
                String.valueOf(folder.getFileName()),
                folder,
                entry.description().map(d -> d.status()).orElse(RunStatus.FAILED),
                entry.description().map(d -> d.sessionName()).orElse("run.json is damaged"),
                score.map(Score::value).orElse(Double.NaN),
                score.map(s -> RunFigures.ceilings(List.of(s)).trainingPsth()).orElse(Double.NaN),
                entry.description().map(d -> d.warnings().size()).orElse(1));
    }

    private static Optional<Score> score(RunLibrary.Entry entry) {
        try {
            return ScoresJson.read(entry.run()).stream()
                    .filter(s -> s.kind() == ScoreKind.PSTH_R)
                    .findFirst();
        } catch (Refusal damaged) {
            return Optional.empty();
        }
    }

    private void arrange() {
        List<LibraryItem> all = new ArrayList<>();
        all.add(new LibraryItem.Heading("Sessions", sessions.isEmpty() ? "none opened yet" : ""));
        all.addAll(sessions);
        all.add(new LibraryItem.Heading("Runs", stored.runs().isEmpty() ? "none yet: start a fit" : ""));
        all.addAll(stored.runs());
        all.add(new LibraryItem.Heading("Suites", stored.suites().isEmpty() ? "none yet: see Suite" : ""));
        all.addAll(stored.suites());
        items.setAll(all);
    }
}
