package org.dalescope.app.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.dalescope.app.FittedSeeds;
import org.dalescope.app.ui.control.ChartFrame;
import org.dalescope.app.ui.control.ChartPane;
import org.dalescope.app.ui.control.FigurePane;
import org.jfree.data.Range;
import org.junit.jupiter.api.Test;

/** Charts without a mouse: their menu, their numbers, closer and back. */
class ChartKeysWindowTest extends WindowFlow {
    /** The medians of E and I, and the lower and the upper edge of the band of each over the seeds. */
    private static final int CURVES = 6;

    private static final String COMMAND = "Copy the command for this chart";
    private static final int ANALYSES = 5;

    @Test
    void aChartIsZoomedMovedAndReadByKeys() throws TimeoutException {
        openRun();
        ChartPane tau = lookup("#tau").queryAs(ChartPane.class);
        Range all = x("#tau").getRange();
        focus(tau);
        type(KeyCode.PLUS);
        await(() -> near(x("#tau").getRange(), all, 0.1, 0.9));
        type(KeyCode.RIGHT);
        await(() -> near(x("#tau").getRange(), all, 0.18, 0.98));
        type(KeyCode.DIGIT0);
        await(() -> x("#tau").getRange().equals(all));
        type(KeyCode.T);
        await(() -> table(tau).isVisible() && table(tau).getItems().size() == tau.points() * CURVES);
        List<String> headings =
                table(tau).getColumns().stream().map(column -> column.getText()).toList();
        assertEquals(List.of("curve", "epoch", "tau (ms)"), headings);
        type(KeyCode.T);
        await(() -> !table(tau).isVisible() && tau.isFocused());
        assertTrue(tau.getAccessibleText().contains("tau (ms) against epoch"), tau.getAccessibleText());
    }

    @Test
    void theWheelScrollsThePageAndZoomsWithControl() throws TimeoutException {
        openRun();
        interact(() -> window().showTab(1));
        await(() -> lookup("#losses").queryAs(ChartPane.class).points() > 0);
        ScrollPane page = lookup("#scope").queryAs(ScrollPane.class);
        Range all = x("#losses").getRange();
        interact(() -> wheel(lookup("#losses").query(), -200, false));
        await(() -> page.getVvalue() > 0);
        assertEquals(all, x("#losses").getRange());
        double there = page.getVvalue();
        interact(() -> wheel(lookup("#losses").query(), 200, true));
        await(() -> x("#losses").getRange().getLength() < all.getLength());
        interact(() -> wheel(lookup("#losses").query(), -200, true));
        await(() -> x("#losses").getRange().getLength() > 0.99 * all.getLength());
        assertEquals(there, page.getVvalue());
    }

    @Test
    void theMenuOpensByKeyAndHasTheCommand() throws TimeoutException {
        String run = openRun();
        focus(lookup("#tau").query());
        push(KeyCode.SHIFT, KeyCode.F10);
        await(() -> menu().containsAll(Set.of("Copy picture", "Copy numbers", COMMAND)));
        clickOn(COMMAND);
        await(() -> ("dalescope report " + run)
                .equals(Clipboard.getSystemClipboard().getString()));

        interact(() -> window().showTab(ANALYSES));
        await(() -> lookup("#analysis-rates").tryQuery().isPresent());
        assertTrue(lookup("#analysis-rates").queryAs(FigurePane.class).points() > 0);
        focus(lookup("#analysis-rates").query());
        type(KeyCode.CONTEXT_MENU);
        await(() -> menu().contains(COMMAND));
        clickOn(COMMAND);
        await(() -> String.valueOf(Clipboard.getSystemClipboard().getString())
                .matches("dalescope analyze \\S+seed-1 \\S+seed-2 --only rates --out analyses"));
    }

    @Test
    void theRightButtonOpensOneMenuWhichTakesTheKeys() throws TimeoutException {
        openRun();
        rightClickOn("#tau");
        await(() -> menu().contains("Copy picture"));
        assertEquals(
                1,
                Window.getWindows().stream()
                        .filter(window -> window instanceof ContextMenu && window.isShowing())
                        .count());
        assertFalse(menu().contains("Export As"), "the library's own menu");
        type(KeyCode.ESCAPE);
        await(() -> menu().isEmpty());
    }

    @Test
    void anEmptyChartShowsNoneOfTheLibrarysGrey() throws TimeoutException {
        openDemo();
        interact(() -> {
            window().showInSession(1);
            for (String id : List.of("#neuron-psth", "#neuron-raster")) {
                ChartFrame chart = lookup(id).queryAs(ChartFrame.class);
                boolean empty =
                        chart instanceof ChartPane curves ? curves.points() == 0 : ((FigurePane) chart).points() == 0;
                assertEquals(!empty, chart.getChildrenUnmodifiable().getFirst().isVisible(), id);
            }
        });
        interact(() -> {
            ChartPane fresh = new ChartPane("fresh");
            assertFalse(fresh.getChildrenUnmodifiable().getFirst().isVisible());
        });
        await(() -> lookup("#neuron-psth").queryAs(ChartPane.class).points() > 0);
        assertTrue(lookup("#neuron-psth")
                .queryAs(ChartPane.class)
                .getChildrenUnmodifiable()
                .getFirst()
                .isVisible());
    }

    @Test
    void chartsOfTheSessionHaveTheMenuToo() throws TimeoutException {
        openDemo();
        interact(() -> window().showInSession(3));
        await(() -> lookup("#population").tryQuery().isPresent()
                && lookup("#population").queryAs(FigurePane.class).points() > 0);
        focus(lookup("#population").query());
        push(KeyCode.SHIFT, KeyCode.F10);
        await(() -> menu().contains(COMMAND));
        clickOn(COMMAND);
        await(() ->
                String.valueOf(Clipboard.getSystemClipboard().getString()).matches("dalescope inspect \\S+ --report"));
        interact(() -> window().showInSession(1));
        await(() -> lookup("#neuron-raster").queryAs(FigurePane.class).points() > 0);
        focus(lookup("#neuron-raster").query());
        push(KeyCode.SHIFT, KeyCode.F10);
        await(() -> menu().contains("Copy picture"));
        assertFalse(menu().contains(COMMAND), "no command makes it");
        String words = lookup("#neuron-raster").query().getAccessibleText();
        assertTrue(words.startsWith("Raster of neuron "), words);
    }

    @Test
    void aZoomOfAPictureStaysWhenItIsDrawnAnew() throws TimeoutException {
        openDemo();
        interact(() -> window().showInSession(3));
        await(() -> lookup("#population").tryQuery().isPresent()
                && lookup("#population").queryAs(FigurePane.class).points() > 0);
        Range all = x("#population").getRange();
        focus(lookup("#population").query());
        type(KeyCode.EQUALS);
        await(() -> near(x("#population").getRange(), all, 0.1, 0.9));
        var paint = x("#population").getLabelPaint();
        interact(() -> window().appearance().darkProperty().set(true));
        await(() -> !x("#population").getLabelPaint().equals(paint));
        assertTrue(near(x("#population").getRange(), all, 0.1, 0.9));
    }

    @Test
    void lettersOfChartsFollowTheWindow() throws TimeoutException {
        openRun();
        int before = x("#tau").getLabelFont().getSize();
        interact(() -> window().appearance().fontPercentProperty().set(150));
        await(() -> x("#tau").getLabelFont().getSize() == Math.round(1.5 * before));
    }

    /** A run with its time constants on show. */
    private String openRun() throws TimeoutException {
        var run = FittedSeeds.in(folder).runs().getFirst().folder();
        interact(() -> window().open(run));
        await(() -> run().isPresent());
        interact(() -> window().showTab(3));
        await(() -> lookup("#tau").tryQuery().isPresent()
                && lookup("#tau").queryAs(ChartPane.class).points() == 3);
        return run.toString();
    }

    private void focus(Node chart) throws TimeoutException {
        interact(chart::requestFocus);
        await(chart::isFocused);
    }

    private static boolean near(Range is, Range of, double from, double to) {
        return Math.abs(is.getLowerBound() - (of.getLowerBound() + from * of.getLength())) < 1e-9
                && Math.abs(is.getUpperBound() - (of.getLowerBound() + to * of.getLength())) < 1e-9;
    }

    private static TableView<?> table(ChartFrame chart) {
        return (TableView<?>) chart.getChildrenUnmodifiable().getLast();
    }

    /** What can be read in the menu that is open. */
    private static Set<String> menu() {
        return Window.getWindows().stream()
                .filter(javafx.scene.control.ContextMenu.class::isInstance)
                .filter(Window::isShowing)
                .flatMap(menu -> ((javafx.scene.control.ContextMenu) menu).getItems().stream())
                .filter(javafx.scene.control.MenuItem::isVisible)
                .map(item -> String.valueOf(item.getText()))
                .collect(Collectors.toSet());
    }
}
