package org.dalescope.app.ui.workspace;

import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.dalescope.app.ui.notification.Notifications;
import org.dalescope.app.ui.run.EpochSelection;
import org.dalescope.app.ui.run.RunSnapshot;
import org.dalescope.app.ui.task.BackgroundTasks;
import org.dalescope.app.ui.task.LatestAnswer;
import org.dalescope.model.run.store.RunFolder;

/** The run on show: the one that runs, or another that a person looks at meanwhile. */
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

    /** A fit was asked for by hand: it is what the person wants to see. */
    void follow() {
        following = true;
    }

    /** The newest picture of the fit that runs; whether it is the first one of it. */
    boolean progressed(RunSnapshot picture) {
        boolean begins =
                live.filter(before -> before.folder().equals(picture.folder())).isEmpty();
        live = Optional.of(picture);
        if (following) {
            run.set(live);
        }
        return begins;
    }

    /** The fit is over: where it was on show its folder is read, as far as there is one. */
    void ended(Optional<RunFolder> complete) {
        live = Optional.empty();
        if (!following) {
            return;
        }
        complete.ifPresentOrElse(folder -> open(folder.folder(), () -> {}), () -> run.set(Optional.empty()));
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
                    following = live.isEmpty();
                    run.set(Optional.of(picture));
                    then.run();
                }),
                notices);
    }

    private static boolean isSame(Path a, Path b) {
        return a.toAbsolutePath().normalize().equals(b.toAbsolutePath().normalize());
    }
}
