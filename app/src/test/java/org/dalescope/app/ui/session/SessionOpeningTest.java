package org.dalescope.app.ui.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dalescope.app.CountsFile;
import org.dalescope.model.common.CancelledException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reading waits until the test lets it go on. */
class SessionOpeningTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final List<Runnable> waiting = new ArrayList<>();
    private final List<OpenSession> opened = new ArrayList<>();
    private final List<Throwable> failed = new ArrayList<>();
    private final SessionOpening opening = new SessionOpening(waiting::add, Runnable::run);

    private Path file(int trials) {
        return CountsFile.write(folder.resolve(trials + ".npz"), trials);
    }

    private void open(int trials) {
        opening.open(file(trials), Optional.empty(), opened::add, failed::add);
    }

    @Test
    void onlyTheNewestIsHeardOfWhateverTheOrder() {
        open(90);
        open(60);
        waiting.getLast().run();
        waiting.getFirst().run();
        assertEquals(List.of(60), opened.stream().map(o -> o.session().trials()).toList());
        assertEquals(List.of(), failed);
    }

    @Test
    void whatIsCancelledIsNoErrorAndWhatIsForgottenIsSilent() {
        open(90);
        opening.stop();
        assertTrue(opening.stoppingProperty().get());
        waiting.getFirst().run();
        assertInstanceOf(CancelledException.class, failed.getFirst());
        open(60);
        opening.forget();
        waiting.getLast().run();
        assertEquals(1, failed.size());
        assertEquals(List.of(), opened);
    }
}
