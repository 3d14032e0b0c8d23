package org.dalescope.app.ui.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JobQueueTest {
    private final List<String> begun = new ArrayList<>();
    private final JobQueue queue = new JobQueue();

    @Test
    void whatCameFirstBeginsFirstAndWhatIsCancelledDoesNot() {
        JobQueue.Waiting second = waiting("b");
        queue.add(waiting("a"));
        queue.add(second);
        queue.add(waiting("c"));
        assertEquals(Set.of(Path.of("a"), Path.of("b"), Path.of("c")), queue.reservedFolders());
        queue.cancel(second);
        queue.next();
        queue.next();
        queue.next();
        assertEquals(List.of("a", "c"), begun);
    }

    @Test
    void nothingBeginsWhileTheWindowClosesAndNothingIsForgotten() {
        queue.add(waiting("a"));
        queue.hold();
        queue.next();
        assertEquals(List.of(), begun);
        assertEquals(1, queue.waiting().size());
    }

    private JobQueue.Waiting waiting(String name) {
        return new JobQueue.Waiting(name, Path.of(name), "dalescope fit", () -> begun.add(name));
    }
}
