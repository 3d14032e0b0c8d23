package org.dalescope.app.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import org.dalescope.model.run.store.RunStatus;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** A window that nobody touches lays nothing out. */
class RestWindowTest extends WindowFlow {
    private static final int TABS = 8;
    /** Longer than the window's slowest beat, which is a second. */
    private static final double QUIET_MS = 1_000;

    private static final int BEATS = 1;

    @Test
    void theEmptyWindowRests() {
        assertRests("the empty window");
    }

    @Test
    void aFieldWithALongNumberRests() {
        type("network.tau.initial_e", "30.000000000000001");
        assertTrue(
                field("network.tau.initial_e").getPseudoClassStates().stream()
                        .anyMatch(state -> state.getPseudoClassName().equals("full")),
                "the number does not fill its field");
        assertRests("the form");
    }

    @Test
    void everyTabRestsOnceAFitHasEnded() throws TimeoutException {
        openDemo();
        type("training.epochs", "3");
        clickOn("#start-fit");
        await(() -> run().filter(r -> r.status() == RunStatus.FINISHED).isPresent());
        for (int tab = 0; tab < TABS; tab++) {
            int index = tab;
            interact(() -> window().showTab(index));
            assertRests("tab " + index);
        }
    }

    /**
     * Waits until nothing has been laid out for a while. A window that never rests runs into the deadline. Then does what the window
     * does every second or every few seconds, which lays out nothing either.
     */
    private void assertRests(String what) {
        LayoutWatch watch = WaitForAsyncUtils.waitForAsyncFx(
                10_000, () -> new LayoutWatch(window().root().getScene()));
        try {
            await(() -> watch.quietMs() > QUIET_MS && !window().isAwake());
            interact(watch::reset);
            for (int beat = 0; beat < BEATS; beat++) {
                beat(watch);
            }
            assertEquals(0, WaitForAsyncUtils.waitForAsyncFx(10_000, watch::count), () -> what + ": " + watch);
        } catch (TimeoutException e) {
            fail(what + " does not rest: " + WaitForAsyncUtils.waitForAsyncFx(10_000, watch::toString));
        } finally {
            interact(watch::stop);
        }
    }

    /** The window's look at all that has no event, a look at the library on disk, and the pulse in which they would be laid out. */
    private void beat(LayoutWatch watch) throws TimeoutException {
        interact(() -> {
            window().update();
            window().workspace().libraryService().refresh();
        });
        await(() -> !window().workspace().libraryService().isReading());
        int before = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            Platform.requestNextPulse();
            return watch.pulses();
        });
        await(() -> watch.pulses() > before);
    }
}
