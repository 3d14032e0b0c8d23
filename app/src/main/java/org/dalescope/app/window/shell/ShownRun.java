package org.dalescope.app.window.shell;

import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.dalescope.app.window.notice.Notices;
import org.dalescope.app.window.run.EpochChoice;
import org.dalescope.app.window.run.RunPicture;
import org.dalescope.model.run.RunFolder;

/** The run on show: the one that runs, or another that a person looks at meanwhile. */
final class ShownRun {
    private final ObjectProperty<Optional<RunPicture>> run = new SimpleObjectProperty<>(Optional.empty());
    private final EpochChoice epoch = new EpochChoice(run);
    private final Background background;
    private final Notices notices;
    private final Latest opened = new Latest();
    private Optional<RunPicture> live = Optional.empty();
    private boolean following = true;

    ShownRun(Background background, Notices notices) {
        this.background = background;
        this.notices = notices;
    }

    ObjectProperty<Optional<RunPicture>> run() {
        return run;
    }

    EpochChoice epoch() {
        return epoch;
    }

    /** A fit was asked for by hand: it is what the person wants to see. */
    void follow() {
        following = true;
    }

    /** The newest picture of the fit that runs; whether it is the first one of it. */
    boolean progressed(RunPicture picture) {
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
                () -> RunPicture.read(RunFolder.existing(folder)),
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
