package org.dalescope.app.ui.library;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.dalescope.app.ui.notification.Notifications;
import org.dalescope.app.ui.task.LatestAnswer;
import org.dalescope.model.common.UserError;
import org.dalescope.model.library.RunCatalogue;
import org.dalescope.model.library.RunEntry;
import org.dalescope.model.library.RunNotes;
import org.dalescope.model.library.RunTrash;

/**
 * Reads and changes the library for its list in the window, on background threads. All methods are called on the
 * window's thread.
 */
public final class LibraryService {
    /** The interval between readings while something runs in the library. */
    private static final Duration WHILE_RUNNING = Duration.ofSeconds(2);
    /** The interval between readings while nothing runs; another program may add runs. */
    private static final Duration AT_REST = Duration.ofSeconds(10);

    private final RunCatalogue catalogue;
    private final LibraryViewModel model;
    private final Executor elsewhere;
    private final Executor window;
    private final Notifications notices;
    private final ReadOnlyObjectWrapper<Deletion> deletion = new ReadOnlyObjectWrapper<>(new Deletion.None());
    private final LatestAnswer latest = new LatestAnswer();
    private long lookedNs = System.nanoTime();
    private volatile String lastProblem = "";
    private boolean reading;

    /**
     * A service for a library.
     *
     * @param elsewhere runs work on a background thread
     * @param window runs work on the window's thread
     */
    public LibraryService(
            RunCatalogue catalogue,
            LibraryViewModel model,
            Executor elsewhere,
            Executor window,
            Notifications notices) {
        this.catalogue = catalogue;
        this.model = model;
        this.elsewhere = elsewhere;
        this.window = window;
        this.notices = notices;
    }

    public LibraryViewModel model() {
        return model;
    }

    /** The state of the deletion. */
    public ReadOnlyObjectProperty<Deletion> deletionProperty() {
        return deletion.getReadOnlyProperty();
    }

    /** Reads the library again; of several readings only the last one is shown. */
    public void refresh() {
        reading = true;
        lookedNs = System.nanoTime();
        inBackground(this::readCatalogue, latest.only(content -> {
            reading = false;
            content.ifPresent(model::show);
        }));
    }

    /** Whether the library is being read. */
    public boolean isReading() {
        return reading;
    }

    /** The library is read every few seconds; a problem with it is shown once. */
    private Optional<RunCatalogue.Content> readCatalogue() {
        try {
            RunCatalogue.Content content = catalogue.read();
            lastProblem = "";
            return Optional.of(content);
        } catch (UserError wrong) {
            if (!wrong.sentence().equals(lastProblem)) {
                lastProblem = wrong.sentence();
                notices.show(wrong);
            }
            return Optional.empty();
        }
    }

    /** To be called periodically. Reads the disk from time to time, because other programs add runs too. */
    public void pump() {
        boolean running = model.contentProperty().get().all().anyMatch(RunEntry::isRunning);
        Duration pause = running ? WHILE_RUNNING : AT_REST;
        if (!reading && System.nanoTime() - lookedNs >= pause.toNanos()) {
            refresh();
        }
    }

    /** Writes the tags, the note and the pin of a run. */
    public void write(RunEntry run, RunNotes notes) {
        if (run.notes().equals(notes)) {
            return;
        }
        inBackground(
                () -> {
                    // A damaged file of notes causes an error here, so that nothing in it is lost.
                    RunNotes.read(run.run());
                    notes.write(run.run());
                    return run.with(notes);
                },
                model::replace);
    }

    /** Asks whether to delete runs or suites. */
    public void askToDelete(List<Path> folders) {
        deletion.set(folders.isEmpty() ? new Deletion.None() : new Deletion.Asked(List.copyOf(folders)));
    }

    /** Cancels the deletion, or leaves the deleted folders in the trash. */
    public void dismiss() {
        deletion.set(new Deletion.None());
    }

    /** Deletes the folders for which the user was asked. */
    public void delete() {
        if (!(deletion.get() instanceof Deletion.Asked(List<Path> folders))) {
            return;
        }
        deletion.set(new Deletion.None());
        RunTrash trash = new RunTrash(catalogue.folder());
        inBackground(
                () -> {
                    List<RunTrash.Deleted> done = new ArrayList<>();
                    for (Path folder : folders) {
                        try {
                            done.add(trash.put(folder));
                        } catch (UserError refusal) {
                            notices.show(refusal);
                        }
                    }
                    return done;
                },
                done -> {
                    model.choice().remove(folders);
                    deletion.set(done.isEmpty() ? new Deletion.None() : new Deletion.Done(List.copyOf(done)));
                    refresh();
                });
    }

    /** Restores the folders that were deleted last. */
    public void undo() {
        if (!(deletion.get() instanceof Deletion.Done(List<RunTrash.Deleted> deleted))) {
            return;
        }
        deletion.set(new Deletion.None());
        RunTrash trash = new RunTrash(catalogue.folder());
        inBackground(
                () -> {
                    deleted.forEach(trash::restore);
                    return deleted;
                },
                done -> refresh());
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
