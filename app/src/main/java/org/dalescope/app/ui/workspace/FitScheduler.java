package org.dalescope.app.ui.workspace;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.value.ObservableBooleanValue;
import org.dalescope.app.ui.jobs.JobQueue;
import org.dalescope.app.ui.notification.Notification;
import org.dalescope.app.ui.notification.Notifications;

/** Who has the machine, and who comes next. */
final class FitScheduler {
    private final JobQueue queue = new JobQueue();
    private final List<ObservableBooleanValue> takers = new ArrayList<>();
    private final Notifications notices;
    private Optional<Path> begun = Optional.empty();

    /** A free machine. */
    FitScheduler(Notifications notices) {
        this.notices = notices;
    }

    /** Adds a kind of work that takes the machine while it runs. */
    void add(ObservableBooleanValue running) {
        takers.add(running);
    }

    /** What waits. */
    JobQueue queue() {
        return queue;
    }

    boolean isBusy() {
        return takers.stream().anyMatch(ObservableBooleanValue::get);
    }

    /** Begins at once where nothing has the machine. */
    void whenFree(JobQueue.Waiting work) {
        // First: what the work says from its own thread once it has begun must stay.
        notices.dismissOld();
        JobQueue.Waiting mine = new JobQueue.Waiting(work.title(), work.out(), work.command(), () -> {
            begun = Optional.of(work.out());
            work.begin().run();
        });
        if (queue.promised().contains(work.out())) {
            notices.show(Notification.information("%s waits already.".formatted(work.title())));
        } else if (isBusy()) {
            queue.add(mine);
        } else {
            mine.begin().run();
        }
    }

    /** The folders that are spoken for: of what waits, and of what runs, which may not have made its folder yet. */
    Set<Path> promised() {
        Set<Path> promised = new HashSet<>(queue.promised());
        if (isBusy()) {
            begun.ifPresent(promised::add);
        }
        return promised;
    }

    /** Something ended: the next one begins, unless the machine was taken meanwhile. */
    void next() {
        if (!isBusy()) {
            queue.next();
        }
    }
}
