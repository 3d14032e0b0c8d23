package org.dalescope.app.ui.control;

import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import org.dalescope.app.chart.ChartMove;
import org.dalescope.app.chart.Figure;
import org.jfree.chart.fx.ChartViewer;

/**
 * The common frame of all charts in the window: zoom with the mouse, keyboard control, a table of the numbers in place
 * of the curves, and an export menu.
 */
public abstract sealed class ChartFrame extends StackPane permits ChartPane, FigurePane {
    private static final double LEAST = 8;
    private static final String KEYS =
            "Zoom with + and -, or with Ctrl (Command) and the wheel. 0 shows everything, the arrow keys move the view,"
                    + " T shows the numbers, and Shift+F10 opens the menu.";

    private final ChartViewer viewer;
    private final NumbersTable table = new NumbersTable();
    private final ChartMenu menu;
    private String command = "";
    private boolean hasContent;

    ChartFrame(String id, ChartViewer viewer) {
        this.viewer = viewer;
        setId(id);
        getStyleClass().add("chart-pane");
        viewer.getCanvas().setTooltipEnabled(false);
        // The library's own menu would open over this one and take its keys.
        viewer.setOnContextMenuRequested(event -> {});
        viewer.setVisible(false);
        // JavaFX stops painting the whole window after it painted a canvas without any size.
        viewer.setMinSize(LEAST, LEAST);
        WheelZoom.install(viewer.getCanvas());
        FreshPaint.install(viewer.getCanvas());
        table.setVisible(false);
        getChildren().addAll(viewer, table);
        setMinSize(0, 0);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleHelp(KEYS);
        this.menu = new ChartMenu(viewer, this::figure, () -> command, this::toggleTable, this::showAll);
        setOnContextMenuRequested(this::openMenu);
        addEventFilter(MouseEvent.MOUSE_PRESSED, event -> menu.hide());
        // A scroll pane around the chart takes the focus when the mouse is pressed.
        addEventFilter(MouseEvent.MOUSE_RELEASED, event -> focus());
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (!event.isShortcutDown() && !event.isAltDown() && act(event)) {
                event.consume();
            }
        });
    }

    /** The shown figure as it is exported to a file; empty while nothing is shown. */
    abstract Optional<Figure> figure();

    /** Undoes a zoom. */
    public abstract void showAll();

    /** Sets the command line that makes this figure or its numbers again; empty if there is none. */
    public final void command(String line) {
        command = line;
    }

    /**
     * Shows the chart once it has content, because an empty chart has the library's grey background, and updates the
     * table of numbers.
     */
    final void refresh() {
        hasContent = true;
        showChartOrTable();
    }

    private void focus() {
        if (!table.isVisible()) {
            requestFocus();
        }
    }

    private boolean act(KeyEvent event) {
        return switch (event.getCode()) {
            case T -> did(this::toggleTable);
            case CONTEXT_MENU -> did(this::openMenuInside);
            case F10 -> event.isShiftDown() && did(this::openMenuInside);
            case DIGIT0, NUMPAD0 -> !table.isVisible() && did(this::showAll);
            default -> !table.isVisible() && step(event.getCode());
        };
    }

    private boolean step(KeyCode key) {
        Optional<ChartMove> step =
                switch (key) {
                    case PLUS, EQUALS, ADD -> Optional.of(ChartMove.CLOSER);
                    case MINUS, SUBTRACT -> Optional.of(ChartMove.FARTHER);
                    case LEFT, KP_LEFT -> Optional.of(ChartMove.LEFT);
                    case RIGHT, KP_RIGHT -> Optional.of(ChartMove.RIGHT);
                    case UP, KP_UP -> Optional.of(ChartMove.UP);
                    case DOWN, KP_DOWN -> Optional.of(ChartMove.DOWN);
                    default -> Optional.empty();
                };
        step.ifPresent(s -> s.on(viewer.getChart()));
        return step.isPresent();
    }

    private static boolean did(Runnable act) {
        act.run();
        return true;
    }

    private void openMenu(ContextMenuEvent event) {
        if (event.isKeyboardTrigger()) {
            openMenuInside();
        } else {
            menu.show(this, event.getScreenX(), event.getScreenY());
        }
        event.consume();
    }

    /** If a key opens the menu, there is no mouse position; some desktops send the request twice. */
    private void openMenuInside() {
        if (!menu.isShowing()) {
            var middle = localToScreen(getWidth() / 2, getHeight() / 2);
            menu.show(this, middle.getX(), middle.getY());
        }
    }

    private void showChartOrTable() {
        viewer.setVisible(hasContent && !table.isVisible());
        if (table.isVisible()) {
            figure().ifPresent(figure -> table.show(figure.numbers()));
        }
    }

    private void toggleTable() {
        table.setVisible(!table.isVisible());
        showChartOrTable();
        if (table.isVisible()) {
            table.requestFocus();
        } else {
            requestFocus();
        }
    }
}
