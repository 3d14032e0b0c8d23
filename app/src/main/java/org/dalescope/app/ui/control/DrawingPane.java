package org.dalescope.app.ui.control;

import java.awt.geom.Rectangle2D;
import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Pane;
import org.dalescope.app.chart.Figure;
import org.jfree.fx.FXGraphics2D;

/** A pane that shows a figure of several charts as large as it fits, in its own proportions. */
public final class DrawingPane extends Pane {
    private final Canvas canvas = new Canvas();
    private Optional<Figure> shown = Optional.empty();

    public DrawingPane(String id) {
        setId(id);
        getChildren().add(canvas);
        setMinSize(0, 0);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    }

    public void show(Figure figure) {
        shown = Optional.of(figure);
        setAccessibleText(figure.title());
        requestLayout();
        draw();
    }

    @Override
    protected void layoutChildren() {
        draw();
    }

    private void draw() {
        if (shown.isEmpty() || getWidth() < 1 || getHeight() < 1) {
            return;
        }
        Figure figure = shown.get();
        double scale = Math.min(getWidth() / figure.width(), getHeight() / figure.height());
        canvas.setWidth(Math.floor(scale * figure.width()));
        canvas.setHeight(Math.floor(scale * figure.height()));
        canvas.setLayoutX(Math.floor((getWidth() - canvas.getWidth()) / 2));
        GraphicsContext context = canvas.getGraphicsContext2D();
        context.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        figure.drawing()
                .draw(new FXGraphics2D(context), new Rectangle2D.Double(0, 0, canvas.getWidth(), canvas.getHeight()));
    }
}
