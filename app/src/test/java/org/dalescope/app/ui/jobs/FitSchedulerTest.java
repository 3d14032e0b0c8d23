package org.dalescope.app.ui.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.dalescope.app.ui.notification.Notifications;
import org.junit.jupiter.api.Test;

class FitSchedulerTest {
    private final BooleanProperty running = new SimpleBooleanProperty(false);
    private final List<String> begun = new ArrayList<>();
    private final FitScheduler turns = new FitScheduler(new Notifications(Runnable::run));

    private JobQueue.Waiting work(String name) {
        return new JobQueue.Waiting(name, Path.of(name), "dalescope fit", () -> {
            begun.add(name);
            running.set(true);
        });
    }

    /** A fit that loads its engine has no folder yet: the next one must not get its name. */
    @Test
    void theFolderOfWhatRunsIsSpokenForUntilItEnds() {
        turns.add(running);
        turns.whenFree(work("demo-1"));
        assertEquals(List.of("demo-1"), begun);
        assertEquals(Set.of(Path.of("demo-1")), turns.reservedFolders());
        turns.whenFree(work("demo-2"));
        assertEquals(Set.of(Path.of("demo-1"), Path.of("demo-2")), turns.reservedFolders());
        running.set(false);
        turns.next();
        assertEquals(List.of("demo-1", "demo-2"), begun);
        assertEquals(Set.of(Path.of("demo-2")), turns.reservedFolders());
        running.set(false);
        assertEquals(Set.of(), turns.reservedFolders());
    }
}
