package org.dalescope.app.window.theme;

import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import org.dalescope.app.chart.JFreeDrawing;
import org.dalescope.app.chart.RunFigures.Figure;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.fx.ChartViewer;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.Range;

/** Any one figure in the window: zoom with the mouse, its picture and numbers by the menu of the right button. */
public final class FigurePane extends StackPane {
    private final ChartViewer viewer = new ChartViewer(new JFreeChart(new XYPlot()), false);
    private final NumbersTable table = new NumbersTable();
    private Optional<Figure> shown = Optional.empty();
    private Range x = new Range(0, 1);
    private Range y = new Range(0, 1);

    public FigurePane(String id) {
        setId(id);
        getStyleClass().add("chart-pane");
        viewer.getCanvas().setTooltipEnabled(false);
        table.setVisible(false);
        getChildren().addAll(viewer, table);
        setMinSize(0, 0);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        ChartMenu menu = new ChartMenu(viewer, () -> shown, () -> "", this::toggleTable, this::showAll);
        setOnContextMenuRequested(event -> menu.show(this, event.getScreenX(), event.getScreenY()));
        addEventFilter(MouseEvent.MOUSE_PRESSED, event -> menu.hide());
    }

    /** Shows a figure that is one chart. */
    public void show(Figure figure) {
        shown = Optional.of(figure);
        if (figure.drawing() instanceof JFreeDrawing drawing) {
            viewer.setChart(drawing.chart());
            x = drawing.chart().getXYPlot().getDomainAxis().getRange();
            y = drawing.chart().getXYPlot().getRangeAxis().getRange();
        }
        setAccessibleText(figure.title() + ", " + figure.numbers().rows() + " points");
        if (table.isVisible()) {
            table.show(figure.numbers());
        }
    }

    /** How many points the figure on show has; 0 where there is none. */
    public int points() {
        return shown.map(figure -> figure.numbers().rows()).orElse(0);
    }

    /** Back to the axes that the figure came with. */
    private void showAll() {
        XYPlot plot = viewer.getChart().getXYPlot();
        plot.getDomainAxis().setRange(x);
        plot.getRangeAxis().setRange(y);
    }

    private void toggleTable() {
        table.setVisible(!table.isVisible());
        viewer.setVisible(!table.isVisible());
        shown.filter(figure -> table.isVisible()).ifPresent(figure -> table.show(figure.numbers()));
    }
}
