package org.dalescope.app.window.library;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.dalescope.app.chart.RunFigures;
import org.dalescope.app.window.session.OpenSession;
import org.dalescope.model.Refusal;
import org.dalescope.model.run.RunLibrary;
import org.dalescope.model.run.RunStatus;
import org.dalescope.model.run.ScoresJson;
import org.dalescope.model.scoring.Score;
import org.dalescope.model.scoring.ScoreKind;
import org.dalescope.model.session.quality.Finding;

/** Sessions opened since the start, the newest first, and runs on disk. */
public final class LibraryViewModel {
    private final ObservableList<LibraryItem> items = FXCollections.observableArrayList();
    private final List<LibraryItem> sessions = new ArrayList<>();
    private List<LibraryItem> runs = List.of();

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

    /** Shows runs that {@link #read} read. */
    public void showRuns(List<LibraryItem> newRuns) {
        runs = newRuns;
        arrange();
    }

    /** Reads a library; not for the window's thread. */
    public static List<LibraryItem> read(RunLibrary library) {
        return library.runs().stream().map(LibraryViewModel::item).toList();
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
        all.add(new LibraryItem.Heading("Runs", runs.isEmpty() ? "none yet: start a fit" : ""));
        all.addAll(runs);
        items.setAll(all);
    }
}
