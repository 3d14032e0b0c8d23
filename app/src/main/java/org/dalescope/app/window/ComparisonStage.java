package org.dalescope.app.window;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import javafx.scene.control.ListView;
import javafx.stage.Stage;
import org.dalescope.app.window.compare.Grouping;
import org.dalescope.app.window.library.LibraryItem;
import org.dalescope.app.window.library.LibraryViewModel;
import org.dalescope.app.window.shell.MainWindow;
import org.dalescope.model.library.RunEntry;

/** Moves the library and the comparison of a window from outside its thread. */
final class ComparisonStage {
    private static final long SETTLE_MS = 600;
    private final Stagehand hand;
    private final MainWindow window;
    private final Stage stage;

    ComparisonStage(Stagehand hand, MainWindow window, Stage stage) {
        this.hand = hand;
        this.window = window;
        this.stage = stage;
    }

    /** Writes tags and a note to the run of its own, and shows it. */
    void note(String tags, String note) throws InterruptedException, ExecutionException {
        Stagehand.onWindow(() -> {
            window.workspace().refreshLibrary();
            return true;
        });
        hand.await(() -> library().content().get().runs().stream().anyMatch(run -> !run.isRunning()));
        Stagehand.onWindow(() -> {
            RunEntry run = library().content().get().runs().getFirst();
            window.workspace().desk().write(run, run.notes().withTags(tags).withNote(note));
            window.open(run.run().folder());
            return true;
        });
        hand.await(() -> !library().content().get().runs().getFirst().tags().isEmpty());
    }

    /** Compares the run of its own with fits of the suite. */
    void compareFits(int most) throws InterruptedException, ExecutionException {
        Stagehand.onWindow(() -> {
            library()
                    .choice()
                    .add(library()
                            .content()
                            .get()
                            .all()
                            .limit(most)
                            .map(run -> run.run().folder())
                            .toList());
            return true;
        });
        hand.await(() -> window.workspace().compare().comparison().get().runs().size() == most);
    }

    /** Shows a part of the comparison, from 0. */
    void show(int tab, int part) throws InterruptedException, ExecutionException {
        Stagehand.onWindow(() -> {
            window.showTab(tab);
            return true;
        });
        hand.choose("#compare-parts", part);
        Thread.sleep(SETTLE_MS);
    }

    /** Draws the compared runs in groups. */
    void group(int tab, String words) throws InterruptedException, ExecutionException {
        show(tab, 0);
        Stagehand.onWindow(() -> {
            for (Grouping grouping : Grouping.values()) {
                if (grouping.toString().equals(words)) {
                    window.workspace().compare().grouping().set(grouping);
                }
            }
            return true;
        });
    }

    /** Puts the last fit of a suite behind the run on show. */
    void ghost() throws InterruptedException, ExecutionException {
        Stagehand.onWindow(() -> {
            library()
                    .choice()
                    .ghost()
                    .set(library().content().get().suites().getFirst().runs().stream()
                            .map(run -> run.run().folder())
                            .reduce((one, last) -> last));
            return true;
        });
        hand.await(() -> window.workspace().compare().ghost().get().isPresent());
    }

    void search(String words) throws InterruptedException, ExecutionException {
        Stagehand.onWindow(() -> {
            library().search().set(words);
            return true;
        });
    }

    /** Selects the run of its own, and asks whether to delete it. */
    void askToDelete() throws InterruptedException, ExecutionException {
        Stagehand.onWindow(() -> {
            Path folder = library().content().get().runs().getFirst().run().folder();
            if (stage.getScene().lookup("#library") instanceof ListView<?> list) {
                for (int i = 0; i < list.getItems().size(); i++) {
                    if (list.getItems().get(i) instanceof LibraryItem item
                            && item.path().filter(folder::equals).isPresent()) {
                        list.getSelectionModel().clearAndSelect(i);
                    }
                }
            }
            window.workspace().desk().askToDelete(List.of(folder));
            return true;
        });
    }

    /** Keeps what was asked about. */
    void keep() throws InterruptedException, ExecutionException {
        Stagehand.onWindow(() -> {
            window.workspace().desk().dismiss();
            return true;
        });
    }

    private LibraryViewModel library() {
        return window.workspace().library();
    }
}
