package org.dalescope.app.ui.jobs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.value.ObservableBooleanValue;
import org.dalescope.app.ui.notification.Notification;
import org.dalescope.app.ui.notification.Notifications;

/**
 * Decides when the commands that start a fit or suite take effect: one runs at a time, and the next starts from the
 * queue.
 */
public final class FitScheduler {
    private final JobQueue queue = new JobQueue();
    private final List<ObservableBooleanValue> takers = new ArrayList<>();
    private final Notifications notices;
    private Optional<Path> begun = Optional.empty();

    /** A scheduler with nothing running. */
    public FitScheduler(Notifications notices) {
        this.notices = notices;
    }

    /** Adds a kind of work that blocks other work while it runs. */
    public void add(ObservableBooleanValue running) {
        takers.add(running);
    }

    /** The queue of waiting work. */
    public JobQueue queue() {
        return queue;
    }

    public boolean isBusy() {
        return takers.stream().anyMatch(ObservableBooleanValue::get);
    }

    /** Starts the work at once if nothing runs, otherwise queues it. */
    public void whenFree(JobQueue.Waiting work) {
        // This comes first, so that messages of the started work from its own thread are kept.
        notices.dismissOld();
        JobQueue.Waiting mine = new JobQueue.Waiting(work.title(), work.out(), work.command(), () -> {
            begun = Optional.of(work.out());
            work.begin().run();
        });
        if (queue.reservedFolders().contains(work.out())) {
            notices.show(Notification.information("%s is already in the queue.".formatted(work.title())));
        } else if (isBusy()) {
            queue.add(mine);
        } else {
            mine.begin().run();
        }
    }

    /** The reserved folders: of waiting work, and of running work, which may not have created its folder yet. */
    public Set<Path> reservedFolders() {
        Set<Path> promised = new HashSet<>(queue.reservedFolders());
        if (isBusy()) {
            begun.ifPresent(promised::add);
        }
        return promised;
    }

    /** Called when work has ended: starts the next work, unless something else runs already. */
    public void next() {
        if (!isBusy()) {
            queue.next();
        }
    }
}
