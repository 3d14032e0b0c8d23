package org.dalescope.app.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import org.dalescope.app.MovedSeeds;
import org.dalescope.app.ui.library.LibraryItem;
import org.dalescope.model.library.RunNotes;
import org.dalescope.model.run.store.RunFolder;
import org.junit.jupiter.api.Test;

/** What the right button offers for a run of the library. */
class LibraryMenuWindowTest extends WindowFlow {
    @Test
    void aRunIsRevealedComparedPinnedExportedAndReported() throws TimeoutException {
        MovedSeeds.into(folder, folder.resolve("runs"));
        interact(() -> window().workspace().refreshLibrary());
        await(() -> rowOf("seed-1") >= 0);
        Path run = folder.resolve("runs").resolve("seed-1");

        choose("menu-reveal");
        await(() -> shown.equals(Optional.of(run)));
        choose("menu-copy");
        await(() -> run.toString().equals(Clipboard.getSystemClipboard().getString()));
        choose("menu-pin");
        await(() -> Files.exists(RunNotes.file(new RunFolder(run))));
        assertTrue(RunNotes.read(new RunFolder(run)).pinned());

        choose("menu-compare");
        await(() -> window().workspace().library().choice().compared().contains(run));
        choose("menu-uncompare");
        await(() -> window().workspace().library().choice().compared().isEmpty());
        choose("menu-show-comparison");
        await(() -> lookup("#tab-compare").tryQuery().isPresent()
                && window().workspace().library().choice().compared().contains(run));

        choose("menu-export-npz");
        await(() -> Files.exists(run.resolve("export.npz")) && text("#notice").startsWith("The export was written"));
        choose("menu-report");
        await(() -> shown.equals(Optional.of(run.resolve("report.html"))));
        assertTrue(Files.exists(run.resolve("report.html")));

        choose("menu-open");
        await(() ->
                run().filter(picture -> picture.folder().folder().equals(run)).isPresent());
        choose("menu-delete");
        await(() -> lookup("#delete-run").tryQuery().isPresent());
    }

    private int rowOf(String title) {
        var items = lookup("#library").queryListView().getItems();
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i) instanceof LibraryItem.RunItem item && item.title().equals(title)) {
                return i;
            }
        }
        return -1;
    }

    /** Opens the menu on the run as the right button does, and chooses from it. */
    private void choose(String id) throws TimeoutException {
        ListView<?> list = lookup("#library").queryListView();
        ContextMenu menu = list.getContextMenu();
        interact(() -> {
            list.getSelectionModel().clearAndSelect(rowOf("seed-1"));
            menu.show(list, 100, 100);
        });
        await(() -> item(menu, id).isPresent());
        interact(() -> {
            item(menu, id).orElseThrow().fire();
            menu.hide();
        });
    }

    private static Optional<MenuItem> item(ContextMenu menu, String id) {
        return menu.getItems().stream()
                .flatMap(item ->
                        item instanceof Menu inside ? inside.getItems().stream() : java.util.stream.Stream.of(item))
                .filter(item -> id.equals(item.getId()))
                .findFirst();
    }
}
