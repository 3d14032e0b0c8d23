package org.dalescope.app.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The window is as large as it was, and so are its panes, however often it is closed and opened. */
class RestoredWindowTest extends WindowFlow {
    private static final int TIMES = 2;
    /** Narrower than the headless screen's 1000 px. */
    private static final double NORMAL = 900;

    @Test
    void theSidesKeepTheirPixelsInAMaximisedWindowAndItsNormalSizeStays()
            throws IOException, TimeoutException, InterruptedException {
        Stage stage = (Stage) window().root().getScene().getWindow();
        interact(() -> {
            window().restorePosition(stage);
            // The headless screen cannot show what is beyond its edge.
            stage.setX(0);
            stage.setY(0);
            stage.setWidth(NORMAL);
        });
        widths();
        drag(0, 44);
        List<Double> chosen = widths();
        assertEquals(215 + 44, chosen.getFirst(), 6);
        JsonNode normal = kept();
        assertEquals(false, normal.path("maximised").asBoolean());
        double width = normal.path("width").asDouble();
        for (int i = 0; i < TIMES; i++) {
            interact(() -> stage.setMaximized(true));
            await(() -> stage.getWidth() > NORMAL + 50);
            WaitForAsyncUtils.waitForFxEvents();
            assertEquals(chosen, widths(), "maximised, time " + i);
            JsonNode kept = kept();
            assertTrue(kept.path("maximised").asBoolean());
            assertEquals(width, kept.path("width").asDouble());
            restart();
            interact(() -> window().restorePosition(stage));
            await(stage::isMaximized);
            // The headless window takes a width that is set in the same pulse; a desktop's is maximised when it is
            // first shown.
            interact(() -> stage.setMaximized(false));
            interact(() -> stage.setMaximized(true));
            await(() -> stage.getWidth() > NORMAL + 50);
            assertEquals(chosen, widths(), "opened again, time " + i);
            assertEquals(width, kept().path("width").asDouble());
        }
        interact(() -> stage.setMaximized(false));
        await(() -> stage.getWidth() < NORMAL + 50);
        assertEquals(chosen, widths());
    }

    /** Drags a divider of the window's own panes by some pixels. */
    private void drag(int divider, double by) {
        SplitPane panes = panes();
        Node grip = panes.lookupAll(".split-pane-divider").stream()
                .filter(node -> panes.equals(node.getParent()))
                .sorted(Comparator.comparingDouble(Node::getLayoutX))
                .toList()
                .get(divider);
        Bounds at = grip.localToScene(grip.getLayoutBounds());
        interact(() -> {
            fire(grip, MouseEvent.MOUSE_PRESSED, at.getCenterX(), at.getCenterY());
            fire(grip, MouseEvent.MOUSE_DRAGGED, at.getCenterX() + by, at.getCenterY());
            fire(grip, MouseEvent.MOUSE_RELEASED, at.getCenterX() + by, at.getCenterY());
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static void fire(Node node, EventType<MouseEvent> type, double x, double y) {
        boolean isDown = type != MouseEvent.MOUSE_RELEASED;
        Event.fireEvent(
                node,
                new MouseEvent(
                        node,
                        node,
                        type,
                        x,
                        y,
                        x,
                        y,
                        MouseButton.PRIMARY,
                        1,
                        false,
                        false,
                        false,
                        false,
                        isDown,
                        false,
                        false,
                        false,
                        false,
                        false,
                        new PickResult(node, x, y)));
    }

    /** Of the panes at the sides, in whole pixels. */
    private List<Double> widths() {
        WaitForAsyncUtils.waitForFxEvents();
        List<Double> widths = new ArrayList<>();
        interact(() -> {
            panes().layout();
            for (Node pane :
                    List.of(panes().getItems().getFirst(), panes().getItems().getLast())) {
                widths.add(Math.rint(pane.getLayoutBounds().getWidth()));
            }
        });
        return widths;
    }

    private SplitPane panes() {
        return (SplitPane) lookup(".configuration").query().getParent().getParent();
    }

    private JsonNode kept() throws IOException {
        interact(() -> window().saveState());
        return JsonMapper.shared()
                .readTree(Files.readString(
                        folder.resolve("runs").resolve(".dalescope").resolve("window.json")))
                .path("place");
    }
}
