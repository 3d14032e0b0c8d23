package org.dalescope.app.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import javafx.scene.control.ListView;
import javafx.stage.Stage;
import org.dalescope.app.ui.compare.RunGrouping;
import org.dalescope.app.ui.library.LibraryItem;
import org.dalescope.app.ui.library.LibraryViewModel;
import org.dalescope.app.ui.shell.MainWindow;
import org.dalescope.model.library.RunEntry;

/** Moves the library and the comparison of a window from outside its thread. */
final class ComparisonRobot {
    private static final long SETTLE_MS = 600;
    private final WindowRobot hand;
    private final MainWindow window;
    private final Stage stage;

    ComparisonRobot(WindowRobot hand, MainWindow window, Stage stage) {
        this.hand = hand;
        this.window = window;
        this.stage = stage;
    }

    /** Writes tags and a note to the run of its own, and shows it. */
    void note(String tags, String note) throws InterruptedException, ExecutionException {
        WindowRobot.onWindow(() -> {
            window.workspace().refreshLibrary();
            return true;
        });
        hand.await(() -> library().contentProperty().get().runs().stream().anyMatch(run -> !run.isRunning()));
        WindowRobot.onWindow(() -> {
            RunEntry run = library().contentProperty().get().runs().getFirst();
            window.workspace()
                    .libraryService()
                    .write(run, run.notes().withTags(tags).withNote(note));
            window.open(run.run().folder());
            return true;
        });
        hand.await(() ->
                !library().contentProperty().get().runs().getFirst().tags().isEmpty());
    }

    /** Compares the run of its own with fits of the suite. */
    void compareFits(int most) throws InterruptedException, ExecutionException {
        WindowRobot.onWindow(() -> {
            library()
                    .choice()
                    .add(library()
                            .contentProperty()
                            .get()
                            .all()
                            .limit(most)
                            .map(run -> run.run().folder())
                            .toList());
            return true;
        });
        hand.await(() ->
                window.workspace().compare().comparisonProperty().get().runs().size() == most);
    }

    /** Shows a part of the comparison, from 0. */
    void show(int tab, int part) throws InterruptedException, ExecutionException {
        WindowRobot.onWindow(() -> {
            window.showTab(tab);
            return true;
        });
        hand.choose("#compare-parts", part);
        Thread.sleep(SETTLE_MS);
    }

    /** Draws the compared runs in groups. */
    void group(int tab, String words) throws InterruptedException, ExecutionException {
        show(tab, 0);
        WindowRobot.onWindow(() -> {
            for (RunGrouping grouping : RunGrouping.values()) {
                if (grouping.toString().equals(words)) {
                    window.workspace().compare().groupingProperty().set(grouping);
                }
            }
            return true;
        });
    }

    /** Puts the last fit of a suite behind the run on show. */
    void ghost() throws InterruptedException, ExecutionException {
        WindowRobot.onWindow(() -> {
            library()
                    .choice()
                    .ghostProperty()
                    .set(library().contentProperty().get().suites().getFirst().runs().stream()
                            .map(run -> run.run().folder())
                            .reduce((one, last) -> last));
            return true;
        });
        hand.await(() -> window.workspace().compare().ghostProperty().get().isPresent());
    }

    void search(String words) throws InterruptedException, ExecutionException {
        WindowRobot.onWindow(() -> {
            library().searchProperty().set(words);
            return true;
        });
    }

    /** Selects the run of its own, and asks whether to delete it. */
    void askToDelete() throws InterruptedException, ExecutionException {
        WindowRobot.onWindow(() -> {
            Path folder =
                    library().contentProperty().get().runs().getFirst().run().folder();
            if (stage.getScene().lookup("#library") instanceof ListView<?> list) {
                for (int i = 0; i < list.getItems().size(); i++) {
                    if (list.getItems().get(i) instanceof LibraryItem item
                            && item.path().filter(folder::equals).isPresent()) {
                        list.getSelectionModel().clearAndSelect(i);
                    }
                }
            }
            window.workspace().libraryService().askToDelete(List.of(folder));
            return true;
        });
    }

    /** Keeps what was asked about. */
    void saveState() throws InterruptedException, ExecutionException {
        WindowRobot.onWindow(() -> {
            window.workspace().libraryService().dismiss();
            return true;
        });
    }

    private LibraryViewModel library() {
        return window.workspace().library();
    }
}
