package org.dalescope.app.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.input.KeyCode;
import org.dalescope.app.ui.notification.Notification;
import org.dalescope.model.run.store.RunStatus;
import org.jfree.chart.fx.ChartCanvas;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** Nothing in the window moves by itself: what a message, a job or a help text brings has a place of its own. */
class StillWindowTest extends WindowFlow {
    private static final int TABS = 8;
    private static final List<String> PLACES = List.of(
            "#context-bar", "#views", "#library", "#find-setting", "#set-training-epochs", "#command", "#show-jobs");

    @Test
    void messagesJobsAndHelpMoveNothing() throws TimeoutException {
        openDemo();
        type("training.epochs", "8");
        interact(() -> window().showTab(1));
        Map<String, Bounds> before = places();
        interact(() -> window().workspace()
                .notices()
                .show(Notification.information("A message of more words than one line of its card can hold, which the"
                        + " window shows until somebody closes it or starts something else.")));
        await(() -> lookup("#notice-bar").query().isVisible());
        assertEquals(before, places(), "a message");
        interact(() -> window().workspace().notices().dismiss());

        type(KeyCode.TAB);
        assertEquals(before, places(), "help");

        clickOn("#start-fit");
        await(() -> run().filter(r -> r.history().size() >= 2).isPresent());
        assertEquals(before, places(), "a running fit");
        await(() -> run().filter(
                        r -> r.status() == RunStatus.FINISHED && r.score().isPresent())
                .isPresent());
        assertEquals(before, places(), "a fit that has ended");
        interact(() -> window().openDemo());
        await(() -> !window().workspace().opening().runningProperty().get());
        assertEquals(before, places(), "a session that is opened");
    }

    /** A fit that waited in the queue does not take the place of a run that somebody reads. */
    @Test
    void aQueuedFitDoesNotTakeOverTheViews() throws TimeoutException {
        openDemo();
        type("training.epochs", "2");
        clickOn("#start-fit");
        await(() -> run().isPresent());
        clickOn("#start-fit");
        await(() -> window().workspace().queue().waiting().isEmpty()
                && !window().workspace().busy().get());
        assertTrue(
                run().orElseThrow().name().endsWith("-1"), run().orElseThrow().name());
        assertEquals(Optional.empty(), window().workspace().liveRun());
    }

    /** JavaFX stops painting the whole window after it painted a canvas without any size. */
    @Test
    void noChartIsWithoutSizeInASmallWindow() throws TimeoutException {
        openDemo();
        type("training.epochs", "2");
        clickOn("#start-fit");
        await(() -> run().filter(r -> r.status() == RunStatus.FINISHED).isPresent());
        interact(() -> {
            window().root().getScene().getWindow().setHeight(260);
            window().root().getScene().getWindow().setWidth(420);
        });
        for (int tab = 0; tab < TABS; tab++) {
            int shownTab = tab;
            interact(() -> window().showTab(shownTab));
            for (Node node : WaitForAsyncUtils.waitForAsyncFx(10_000, this::canvasesAsPainted)) {
                Bounds size = node.getLayoutBounds();
                assertTrue(
                        size.getWidth() > 0 && size.getHeight() > 0,
                        "tab " + tab + ": " + node.getParent().getParent());
            }
        }
        interact(() -> window().root().snapshot(new SnapshotParameters(), null));
    }

    /** All canvases after the layout that comes before a painting: charts may have been added since the last one. */
    private Set<Node> canvasesAsPainted() {
        window().root().applyCss();
        window().root().layout();
        return lookup(node -> node instanceof ChartCanvas).queryAll();
    }

    private Map<String, Bounds> places() {
        WaitForAsyncUtils.waitForFxEvents();
        Map<String, Bounds> places = new LinkedHashMap<>();
        for (String place : PLACES) {
            Node node = lookup(place).query();
            places.put(place, node.localToScene(node.getLayoutBounds()));
        }
        return places;
    }
}
