package org.dalescope.app.ui.control;

import java.awt.geom.Rectangle2D;
import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Pane;
import org.dalescope.app.chart.Figure;
import org.jfree.fx.FXGraphics2D;

/** A pane that shows a figure of several charts over its whole width, in the figure's proportions; it scrolls. */
public final class DrawingPane extends ScrollPane {
    private final Canvas canvas = new Canvas();
    private final Pane page = new Pane(canvas);
    private Optional<Figure> shown = Optional.empty();

    public DrawingPane(String id) {
        setId(id);
        setContent(page);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        // A bar that comes and goes would change the width, and so the height, without end.
        setVbarPolicy(ScrollBarPolicy.ALWAYS);
        setMinSize(0, 0);
        page.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        viewportBoundsProperty().subscribe(bounds -> draw());
    }

    public void show(Figure figure) {
        shown = Optional.of(figure);
        page.setAccessibleText(figure.title());
        draw();
    }

    private void draw() {
        double width = Math.floor(getViewportBounds().getWidth());
        if (shown.isEmpty() || width < 1) {
            return;
        }
        Figure figure = shown.get();
        canvas.setWidth(width);
        canvas.setHeight(Math.ceil(width * figure.height() / figure.width()));
        GraphicsContext context = canvas.getGraphicsContext2D();
        context.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        figure.drawing()
                .draw(new FXGraphics2D(context), new Rectangle2D.Double(0, 0, canvas.getWidth(), canvas.getHeight()));
    }
}
