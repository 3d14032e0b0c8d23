package org.dalescope.app.ui;

import java.lang.ref.WeakReference;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.dalescope.app.ui.shell.MainWindow;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A window that is closed while a fit runs goes as soon as the fit is saved. */
class ClosingWindowTest extends WindowFlow {
    private static final int MANY = 50;

    @Test
    void closingWhileAFitRunsEnds() throws TimeoutException, InterruptedException {
        closeWhileFitting(0);
        closeWhileFitting(1);
    }

    @Test
    @Tag("window")
    void closingWhileAFitRunsEndsEveryTime() throws TimeoutException, InterruptedException {
        for (int time = 0; time < MANY; time++) {
            closeWhileFitting(time);
        }
    }

    /** The desktop's preferences, timers and threads outlive a window, and must not keep it. */
    @Test
    void aClosedWindowIsLetGo() throws TimeoutException, InterruptedException {
        WeakReference<MainWindow> closed = closed();
        await(() -> {
            System.gc();
            return closed.get() == null;
        });
    }

    private WeakReference<MainWindow> closed() throws InterruptedException {
        MainWindow[] made = new MainWindow[1];
        interact(() -> made[0] = window(folder.resolve("library-of-another")));
        made[0].close(30_000);
        return new WeakReference<>(made[0]);
    }

    private void closeWhileFitting(int time) throws TimeoutException, InterruptedException {
        AtomicBoolean gone = new AtomicBoolean(false);
        MainWindow[] made = new MainWindow[1];
        interact(() -> made[0] = window(folder.resolve("library-" + time)));
        MainWindow closing = made[0];
        interact(() -> closing.openAndFit(java.util.Optional.empty()));
        await(() -> closing.workspace()
                .runProperty()
                .get()
                .filter(run -> run.isLive() && !run.history().isEmpty())
                .isPresent());
        interact(() -> closing.closeWhenSaved(() -> gone.set(true)));
        // What is held weakly only is gone after this.
        System.gc();
        await(gone::get);
        closing.close(30_000);
    }
}
