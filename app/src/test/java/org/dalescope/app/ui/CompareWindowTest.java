package org.dalescope.app.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.dalescope.app.MovedSeeds;
import org.dalescope.app.ui.control.ChartPane;
import org.dalescope.app.ui.control.FigurePane;
import org.dalescope.app.ui.library.LibraryItem;
import org.dalescope.model.library.RunNotes;
import org.dalescope.model.run.store.RunFolder;
import org.junit.jupiter.api.Test;

/** Runs are found, tagged, compared, exported and deleted. */
class CompareWindowTest extends WindowFlow {
    private static final int COMPARE = 7;

    @Test
    void runsAreFoundTaggedComparedAndTheirTableIsSaved() throws TimeoutException, IOException {
        fill();
        clickOn("#library-search").write("seed-2");
        await(() -> titles().equals(List.of("seed-2")));
        select("seed-2");
        clickOn("#run-tags").write("good, figure 2").type(KeyCode.ENTER);
        await(() -> Files.exists(RunNotes.file(run("seed-2"))));
        assertEquals(List.of("good", "figure 2"), RunNotes.read(run("seed-2")).tags());
        clickOn("#library-search").eraseText(6).write("tag:good");
        await(() -> titles().equals(List.of("seed-2")));
        interact(() -> lookup("#library-search").queryAs(TextField.class).clear());
        await(() -> titles().size() == 2);

        interact(() -> window().showTab(COMPARE));
        clickOn("#compare-newest");
        await(() -> lookup("#compare-score").tryQuery().isPresent()
                && chart("#compare-score").points() == 3);
        assertEquals(3, chart("#compare-loss").points());
        part(1);
        await(() -> lookup("#compare-neurons")
                .tryQueryAs(FigurePane.class)
                .filter(f -> f.points() == 8)
                .isPresent());
        assertTrue(text("#compare-difference").contains("95 % bootstrap interval"), text("#compare-difference"));
        part(2);
        await(() -> lookup("#compare-psth-0").tryQuery().isPresent()
                && chart("#compare-psth-0").points() > 0);
        part(3);
        await(() -> text("#compare-weights-words").contains("8 recorded neurons (6 E)"));
        part(4);
        await(() -> text("#compare-settings-words").startsWith("0 settings differ"));
        part(5);
        clickOn("#compare-filter").write("figure");
        await(() -> text("#compare-count").equals("1 run"));
        answer = Optional.of(folder.resolve("runs.csv"));
        clickOn("#compare-save");
        await(() -> Files.exists(folder.resolve("runs.csv")));
        List<String> lines = Files.readAllLines(folder.resolve("runs.csv"));
        assertEquals(2, lines.size());
        assertTrue(lines.getFirst().startsWith("run,session,state,psth_r,standard_error,"), lines.getFirst());
        assertTrue(lines.get(1).startsWith("seed-2,") && lines.get(1).contains("\"good, figure 2\""), lines.get(1));
    }

    @Test
    void aRunIsDeletedWithoutADialogAndComesBack() throws TimeoutException {
        fill();
        select("seed-1");
        clickOn("#library").type(KeyCode.DELETE);
        await(() -> lookup("#delete-run").tryQuery().isPresent());
        clickOn("#delete-run");
        await(() -> titles().equals(List.of("seed-2")));
        clickOn("#undo-delete");
        await(() -> titles().size() == 2);
        assertEquals(
                Optional.empty(), window().workspace().notices().shownProperty().get());
    }

    private void fill() throws TimeoutException {
        MovedSeeds.into(folder, folder.resolve("runs"));
        interact(() -> window().workspace().refreshLibrary());
        await(() -> titles().size() == 2);
    }

    private RunFolder run(String name) {
        return new RunFolder(folder.resolve("runs").resolve(name));
    }

    private List<String> titles() {
        return window().workspace().library().items().stream()
                .filter(LibraryItem.RunItem.class::isInstance)
                .map(LibraryItem::title)
                .toList();
    }

    private void select(String title) {
        interact(() -> {
            ListView<?> list = lookup("#library").queryAs(ListView.class);
            for (int i = 0; i < list.getItems().size(); i++) {
                if (list.getItems().get(i) instanceof LibraryItem item
                        && item.title().equals(title)) {
                    list.getSelectionModel().clearAndSelect(i);
                    list.requestFocus();
                }
            }
        });
    }

    private void part(int index) {
        interact(() -> lookup("#compare-parts")
                .queryAs(TabPane.class)
                .getSelectionModel()
                .select(index));
    }

    private ChartPane chart(String id) {
        return lookup(id).queryAs(ChartPane.class);
    }
}
