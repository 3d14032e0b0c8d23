package org.dalescope.app.ui.control;

import java.awt.geom.Rectangle2D;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Line;
import org.dalescope.app.chart.ChartContent;
import org.dalescope.app.chart.ChartTheme;
import org.dalescope.app.chart.Figure;
import org.dalescope.app.chart.LineChart;
import org.dalescope.app.chart.fit.RunFigures;
import org.jfree.chart.fx.ChartViewer;

/**
 * A chart pane for any view: a chart of curves, with a cursor that charts can share; it draws once per {@link #show}.
 */
public final class ChartPane extends ChartFrame {
    private static final int LEAST_COLUMNS = 200;
    private final LineChart chart;
    private final ChartViewer viewer;
    private final Line line = new Line();
    private final HoverBox hover = new HoverBox();
    private final DoubleProperty cursor = new SimpleDoubleProperty(Double.NaN);
    private Optional<Shown> shown = Optional.empty();
    private int points;
    private Optional<String> pointed = Optional.empty();
    private Consumer<String> picked = name -> {};

    private record Shown(ChartContent content, ChartContent toTake, ChartTheme theme) {}

    public ChartPane(String id) {
        this(id, new LineChart());
    }

    private ChartPane(String id, LineChart chart) {
        this(id, chart, new ChartViewer(chart.chart(), false));
    }

    private ChartPane(String id, LineChart chart, ChartViewer viewer) {
        super(id, viewer);
        this.chart = chart;
        this.viewer = viewer;
        line.setManaged(false);
        line.setMouseTransparent(true);
        line.getStyleClass().add("chart-cursor");
        Pane over = new Pane(line, hover.lifted(), hover);
        over.setMouseTransparent(true);
        getChildren().add(1, over);
        addEventFilter(MouseEvent.MOUSE_MOVED, this::pointed);
        addEventFilter(MouseEvent.MOUSE_EXITED, event -> {
            cursor.set(Double.NaN);
            hover.hide();
        });
        // The strong line is drawn for the axes as they are now.
        addEventFilter(ScrollEvent.SCROLL, event -> hover.hide());
        addEventFilter(MouseEvent.MOUSE_PRESSED, event -> hover.hide());
        addEventFilter(KeyEvent.KEY_PRESSED, event -> hover.hide());
        addEventHandler(MouseEvent.MOUSE_CLICKED, event -> pointed.ifPresent(picked));
        cursor.subscribe(x -> drawCursor());
        // The plot area is known again only after the next drawing.
        widthProperty().subscribe((was, is) -> line.setVisible(false));
        heightProperty().subscribe((was, is) -> line.setVisible(false));
    }

    public void show(ChartContent content, ChartTheme theme) {
        show(content, content, theme);
    }

    /**
     * Shows a chart in less space than an exported file has.
     *
     * @param toTake the same chart with all texts, which is used for exported pictures and numbers
     */
    public void show(ChartContent content, ChartContent toTake, ChartTheme theme) {
        hover.hide();
        shown = Optional.of(new Shown(content, toTake, theme));
        draw(content, theme);
        points = content.lines().stream().mapToInt(one -> one.x().length).max().orElse(0);
        setAccessibleText(
                "%s: %s against %s, %s points".formatted(content.title(), content.yLabel(), content.xLabel(), points));
        refresh();
        drawCursor();
    }

    /** Receives the name of a curve when the user clicks it. */
    public void whenPicked(Consumer<String> newPicked) {
        picked = newPicked;
    }

    /** Calls back when the user zooms or moves the horizontal axis. */
    public void whenZoomed(Runnable zoomed) {
        chart.whenZoomed(zoomed);
    }

    /** Shows the horizontal range of another chart over the same axis. */
    public void zoomLike(ChartPane other) {
        if (other.chart.isShowingAll()) {
            showAll();
        } else {
            chart.zoomLike(other.chart);
        }
    }

    /** Moves the cursor, and names the curve under the mouse with all values there. */
    private void pointed(MouseEvent event) {
        double x = event.getX() - viewer.getLayoutX();
        cursor.set(value(x));
        if (Double.isNaN(cursor.get()) || !viewer.isVisible()) {
            pointed = Optional.empty();
            hover.hide();
            return;
        }
        pointed = shown.flatMap(now -> hover.show(now.content(), chart, area(), cursor.get(), event.getY()));
    }

    /** The number of points of the longest curve before reduction. */
    public int points() {
        return points;
    }

    /**
     * The value of the horizontal axis under the mouse; NaN if the mouse is elsewhere. Charts share the cursor if this
     * is bound in both directions.
     */
    public DoubleProperty crosshairProperty() {
        return cursor;
    }

    @Override
    Optional<Figure> figure() {
        return shown.map(
                s -> RunFigures.of(getId(), s.toTake().repainted(s.theme(), ChartTheme.light()), ChartTheme.light()));
    }

    private void draw(ChartContent content, ChartTheme theme) {
        chart.show(content, theme, Math.max(LEAST_COLUMNS, (int) getWidth()));
    }

    @Override
    public void showAll() {
        chart.showAll();
        shown.ifPresent(s -> draw(s.content(), s.theme()));
    }

    /** The area in which the curves were drawn; empty before the first drawing. */
    private Rectangle2D area() {
        return Optional.ofNullable(viewer.getRenderingInfo())
                .map(info -> info.getPlotInfo().getDataArea())
                .orElse(new Rectangle2D.Double());
    }

    private double value(double x) {
        Rectangle2D area = area();
        return area.isEmpty() || x < area.getMinX() || x > area.getMaxX() ? Double.NaN : chart.value(x, area);
    }

    /** Draws the cursor as a line over the canvas, so that moving it does not redraw the chart. */
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
