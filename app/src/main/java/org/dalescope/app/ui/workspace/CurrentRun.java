package org.dalescope.app.ui.workspace;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.dalescope.app.ui.notification.Notifications;
import org.dalescope.app.ui.run.EpochSelection;
import org.dalescope.app.ui.run.RunSnapshot;
import org.dalescope.app.ui.task.BackgroundTasks;
import org.dalescope.app.ui.task.LatestAnswer;
import org.dalescope.model.run.store.RunFolder;

/**
 * The shown run in the state that all views share: the running fit, or another run that the user opened in the
 * meantime.
 */
final class CurrentRun {
    private final ObjectProperty<Optional<RunSnapshot>> run = new SimpleObjectProperty<>(Optional.empty());
    private final EpochSelection epoch = new EpochSelection(run);
    private final BackgroundTasks background;
    private final Notifications notices;
    private final LatestAnswer opened = new LatestAnswer();
    private Optional<RunSnapshot> live = Optional.empty();
    private boolean following = true;

    CurrentRun(BackgroundTasks background, Notifications notices) {
        this.background = background;
        this.notices = notices;
    }

    ObjectProperty<Optional<RunSnapshot>> runProperty() {
        return run;
    }

    EpochSelection epoch() {
        return epoch;
    }

    /** Shows the next fit, because the user started it. */
    void follow() {
        following = true;
    }

    /** Receives the newest snapshot of the running fit; returns whether it is the first one. */
    boolean progressed(RunSnapshot picture) {
        boolean begins =
                live.filter(before -> before.folder().equals(picture.folder())).isEmpty();
        live = Optional.of(picture);
        if (following) {
            run.set(live);
        }
        return begins;
    }

    /** Called when the fit has ended: if it was shown, its folder is read, if there is one. */
    void ended(Optional<RunFolder> complete) {
        live = Optional.empty();
        if (!following) {
            return;
        }
        // Somebody may be reading this run when the next one in the queue begins.
        following = false;
        complete.ifPresentOrElse(folder -> open(folder.folder(), () -> {}), () -> run.set(Optional.empty()));
    }

    /** Shows no run if the shown one is among deleted folders, or in one of them. */
    void forget(List<Path> deleted) {
        if (run.get()
                .filter(now -> deleted.stream().anyMatch(now.folder().folder()::startsWith))
                .isPresent()) {
            opened.none();
            run.set(Optional.empty());
        }
    }

    /** Shows a run's folder. */
    void open(Path folder, Runnable then) {
        if (live.filter(now -> isSame(now.folder().folder(), folder)).isPresent()) {
            opened.none();
            following = true;
            run.set(live);
            then.run();
            return;
        }
        background.run(
                () -> RunSnapshot.read(RunFolder.existing(folder)),
                opened.only(picture -> {
                    following = false;
                    run.set(Optional.of(picture));
                    then.run();
                }),
                notices);
    }

    private static boolean isSame(Path a, Path b) {
        return a.toAbsolutePath().normalize().equals(b.toAbsolutePath().normalize());
    }
}
