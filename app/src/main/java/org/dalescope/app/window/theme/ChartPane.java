package org.dalescope.app.window.theme;

import java.awt.geom.Rectangle2D;
import java.util.Optional;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Line;
import org.dalescope.app.chart.ChartContent;
import org.dalescope.app.chart.ChartTheme;
import org.dalescope.app.chart.LineChart;
import org.dalescope.app.chart.RunFigures;
import org.dalescope.app.chart.RunFigures.Figure;
import org.jfree.chart.fx.ChartViewer;

/**
 * A chart in the window: zoom with the mouse, a cursor that charts can share, its picture and numbers by the menu of the right
 * button; one drawing per {@link #show}.
 */
public final class ChartPane extends StackPane {
    private static final int LEAST_COLUMNS = 200;
    private final LineChart chart = new LineChart();
    private final ChartViewer viewer = new ChartViewer(chart.chart(), false);
    private final NumbersTable table = new NumbersTable();
    private final Line line = new Line();
    private final DoubleProperty cursor = new SimpleDoubleProperty(Double.NaN);
    private Optional<Shown> shown = Optional.empty();
    private String command = "";
    private int points;

    private record Shown(ChartContent content, ChartTheme theme) {}

    public ChartPane(String id) {
        setId(id);
        getStyleClass().add("chart-pane");
        viewer.getCanvas().setTooltipEnabled(false);
        line.setManaged(false);
        line.setMouseTransparent(true);
        line.getStyleClass().add("chart-cursor");
        Pane over = new Pane(line);
        over.setMouseTransparent(true);
        table.setVisible(false);
        getChildren().addAll(viewer, over, table);
        setMinSize(0, 0);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        ChartMenu menu = new ChartMenu(viewer, this::figure, () -> command, this::toggleTable, this::showAll);
        setOnContextMenuRequested(event -> menu.show(this, event.getScreenX(), event.getScreenY()));
        addEventFilter(MouseEvent.MOUSE_PRESSED, event -> menu.hide());
        addEventFilter(MouseEvent.MOUSE_MOVED, event -> cursor.set(value(event.getX())));
        addEventFilter(MouseEvent.MOUSE_EXITED, event -> cursor.set(Double.NaN));
        cursor.subscribe(x -> drawCursor());
    }

    public void show(ChartContent content, ChartTheme theme) {
        shown = Optional.of(new Shown(content, theme));
        draw(content, theme);
        points = content.lines().stream().mapToInt(one -> one.x().length).max().orElse(0);
        setAccessibleText(
                content.title() + ": " + content.yLabel() + " against " + content.xLabel() + ", " + points + " points");
        if (table.isVisible()) {
            figure().ifPresent(figure -> table.show(figure.numbers()));
        }
        drawCursor();
    }

    /** Number of points of the longest curve, before reduction. */
    public int points() {
        return points;
    }

    /** The value of the horizontal axis under the mouse; NaN where the mouse is elsewhere. Bound both ways, charts share it. */
    public DoubleProperty cursor() {
        return cursor;
    }

    /** The command line that makes this figure anew; empty where there is none. */
    public void command(String line) {
        command = line;
    }

    /** What is on show, for a file. */
    Optional<Figure> figure() {
        return shown.map(s -> RunFigures.of(getId(), s.content(), ChartTheme.light()));
    }

    private void draw(ChartContent content, ChartTheme theme) {
        chart.show(content, theme, Math.max(LEAST_COLUMNS, (int) getWidth()));
    }

    private void showAll() {
        chart.showAll();
        shown.ifPresent(s -> draw(s.content(), s.theme()));
    }

    private void toggleTable() {
        table.setVisible(!table.isVisible());
        viewer.setVisible(!table.isVisible());
        figure().filter(f -> table.isVisible()).ifPresent(figure -> table.show(figure.numbers()));
    }

    /** Where the curves were drawn; empty before the first drawing. */
    private Rectangle2D area() {
        return Optional.ofNullable(viewer.getRenderingInfo())
                .map(info -> info.getPlotInfo().getDataArea())
                .orElse(new Rectangle2D.Double());
    }

    private double value(double x) {
        Rectangle2D area = area();
        return area.isEmpty() || x < area.getMinX() || x > area.getMaxX() ? Double.NaN : chart.value(x, area);
    }

    /** A line over the canvas: moving it draws no chart anew. */
    private void drawCursor() {
        Rectangle2D area = area();
        double x = cursor.get();
        double place = Double.isNaN(x) || area.isEmpty() ? Double.NaN : chart.place(x, area);
        boolean inside = place >= area.getMinX() && place <= area.getMaxX();
        line.setVisible(inside && viewer.isVisible());
        if (inside) {
            line.setStartX(place);
            line.setEndX(place);
            line.setStartY(area.getMinY());
            line.setEndY(area.getMaxY());
        }
    }
}
