package org.dalescope.app.ui.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dalescope.app.ui.notification.Notification;
import org.dalescope.app.ui.notification.Notifications;
import org.dalescope.model.library.RunCatalogue;
import org.dalescope.model.library.RunEntry;
import org.dalescope.model.library.RunFacts;
import org.dalescope.model.library.RunNotes;
import org.dalescope.model.library.RunOrder;
import org.dalescope.model.library.RunScore;
import org.dalescope.model.run.store.RunFolder;
import org.dalescope.model.run.store.RunStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibraryViewModelTest {
    @TempDir
    Path folder = Path.of("");

    private final Deque<Runnable> elsewhere = new ArrayDeque<>();
    private final Notifications notices = new Notifications(Runnable::run);
    private final LibraryViewModel model = new LibraryViewModel();

    private RunEntry run(String name, String started, double score, RunStatus status) {
        RunFacts facts = new RunFacts(status, started, 3, 1, "Newton", "ab", "cd", "default", "fused", 40, 31, 2);
        return new RunEntry(
                new RunFolder(folder.resolve(name)),
                Optional.of(facts),
                new RunScore(score, 0.02, 0.5, 0.6),
                RunNotes.NONE,
                Map.of("training.epochs", "50", "network.tau.learned", "unit"),
                Optional.empty(),
                40);
    }

    private void show(RunEntry... runs) {
        model.show(new RunCatalogue.Content(List.of(runs), List.of()));
    }

    private List<String> titles() {
        return model.items().stream()
                .filter(LibraryItem.RunItem.class::isInstance)
                .map(LibraryItem::title)
                .toList();
    }

    @Test
    void sessionsOfEarlierDaysAreListedOnce() {
        Path one = folder.resolve("one.nwb");
        Path two = folder.resolve("two.mat");
        model.remember(List.of(one, two));
        model.remember(List.of(two));
        assertEquals(
                List.of("one.nwb", "two.mat"),
                model.items().stream()
                        .filter(LibraryItem.SessionItem.class::isInstance)
                        .map(LibraryItem::title)
                        .toList());
    }

    @Test
    void runsAreSearchedSortedAndPinned() {
        RunEntry old = run("old", "2026-01-01", 0.45, RunStatus.FINISHED);
        show(run("new", "2026-02-01", 0.3, RunStatus.STOPPED), old);
        assertEquals(List.of("new", "old"), titles());
        model.orderProperty().set(RunOrder.SCORE);
        assertEquals(List.of("old", "new"), titles());
        model.orderProperty().set(RunOrder.NEWEST);
        model.replace(old.with(RunNotes.NONE.withTags("good").withPinned(true)));
        assertEquals(List.of("old", "new"), titles());
        model.searchProperty().set("state:stopped tau.learned=unit");
        assertEquals(List.of("new"), titles());
        assertEquals("1 of 2", headings().get("Runs"));
        model.searchProperty().set("nothing");
        assertEquals("no match: change the search", headings().get("Runs"));
    }

    private Map<String, String> headings() {
        return model.items().stream()
                .filter(LibraryItem.Heading.class::isInstance)
                .collect(java.util.stream.Collectors.toMap(LibraryItem::title, LibraryItem::detail));
    }

    @Test
    void aRowSaysScoreCeilingAndShareAndALiveOneMoves() {
        RunEntry live = run("live", "2026-01-02", Double.NaN, RunStatus.RUNNING);
        show(live, run("done", "2026-01-01", 0.45, RunStatus.FINISHED));
        LibraryItem.RunItem done =
                assertInstanceOf(LibraryItem.RunItem.class, model.items().get(3));
        assertEquals("0.45 / 0.50 = 0.90  finished", done.detail());
        assertEquals(2, done.warnings());
        LibraryItem before = model.items().get(2);
        assertEquals("running, epoch 40 of 50", before.detail());
        model.progress(live.run(), 45);
        LibraryItem.RunItem moved =
                assertInstanceOf(LibraryItem.RunItem.class, model.items().get(2));
        assertEquals("running, epoch 45 of 50", moved.detail());
        assertEquals(0.9, moved.progress(), 1e-12);
    }

    @Test
    void whatIsChosenIsMarked() {
        show(run("a", "2026-01-01", 0.45, RunStatus.FINISHED));
        model.choice().add(List.of(folder.resolve("a"), folder.resolve("a")));
        model.choice().ghostProperty().set(Optional.of(folder.resolve("a")));
        LibraryItem.RunItem item =
                assertInstanceOf(LibraryItem.RunItem.class, model.items().get(2));
        assertEquals("compared  ghost", item.marks());
        assertEquals(1, model.choice().compared().size());
        model.choice().remove(List.of(folder.resolve("a")));
        assertEquals(
                "",
                assertInstanceOf(LibraryItem.RunItem.class, model.items().get(2))
                        .marks());
    }

    private LibraryService desk() {
        return new LibraryService(new RunCatalogue(folder), model, elsewhere::add, Runnable::run, notices);
    }

    private void work() {
        while (!elsewhere.isEmpty()) {
            elsewhere.remove().run();
        }
    }

    private RunFolder made(String name) throws java.io.IOException {
        RunFolder made = new RunFolder(Files.createDirectories(folder.resolve(name)));
        Files.writeString(
                made.runJson(),
                "{\"status\": \"FINISHED\", \"started\": \"2026\", \"session_sha256\": \"ab\","
                        + " \"split\": {\"hash\": \"cd\"}}");
        return made;
    }

    @Test
    void deletingAsksMovesAndIsUndone() throws java.io.IOException {
        RunFolder made = made("a");
        LibraryService desk = desk();
        desk.refresh();
        work();
        assertEquals(List.of("a"), titles());
        desk.askToDelete(List.of(made.folder()));
        assertEquals(
                "Move a to the trash?",
                assertInstanceOf(Deletion.Asked.class, desk.deletionProperty().get())
                        .question());
        assertTrue(Files.exists(made.folder()), "nothing is deleted before the person said so");
        desk.delete();
        work();
        assertEquals(List.of(), titles());
        assertFalse(Files.exists(made.folder()));
        assertInstanceOf(Deletion.Done.class, desk.deletionProperty().get());
        desk.undo();
        work();
        assertEquals(List.of("a"), titles());
    }

    @Test
    void notesAreWrittenAndAnOldLookDoesNotTakeThemBack() throws java.io.IOException {
        made("a");
        LibraryService desk = desk();
        desk.refresh();
        work();
        RunEntry entry = model.contentProperty().get().runs().getFirst();
        desk.refresh();
        Runnable late = elsewhere.remove();
        desk.write(entry, entry.notes().withTags("good"));
        desk.refresh();
        work();
        late.run();
        assertEquals(
                List.of("good"), model.contentProperty().get().runs().getFirst().tags());
        assertEquals(List.of("good"), RunNotes.read(entry.run()).tags());
    }

    @Test
    void aFolderThatCannotBeWrittenIsToldInOneSentence() throws java.io.IOException {
        RunFolder made = made("a");
        LibraryService desk = desk();
        desk.refresh();
        work();
        Files.createDirectories(RunNotes.file(made));
        RunEntry entry = model.contentProperty().get().runs().getFirst();
        desk.write(entry, entry.notes().withTags("good"));
        work();
        Notification notice = notices.shownProperty().get().orElseThrow();
        assertEquals(Notification.Kind.REFUSAL, notice.kind());
    }
}
