package org.dalescope.app.window.theme;

import java.awt.geom.Rectangle2D;
import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Pane;
import org.dalescope.app.chart.Drawing;
import org.jfree.fx.FXGraphics2D;

/** Any drawing, at the size there is. */
public final class PicturePane extends Pane {
    private final Canvas canvas = new Canvas();
    private Optional<Drawing> drawing = Optional.empty();

    public PicturePane(String id) {
        setId(id);
        getStyleClass().add("chart-pane");
        getChildren().add(canvas);
        setMinSize(0, 0);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    }

    /**
     * Shows a drawing.
     *
     * @param words what it shows, for those who do not see it
     */
    public void show(Drawing newDrawing, String words) {
        drawing = Optional.of(newDrawing);
        setAccessibleText(words);
        draw();
    }

    @Override
    protected void layoutChildren() {
        if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
            canvas.setWidth(getWidth());
            canvas.setHeight(getHeight());
            draw();
        }
    }

    private void draw() {
        double width = canvas.getWidth();
        double height = canvas.getHeight();
        if (width > 1 && height > 1) {
            canvas.getGraphicsContext2D().clearRect(0, 0, width, height);
            drawing.ifPresent(d -> d.draw(
                    new FXGraphics2D(canvas.getGraphicsContext2D()), new Rectangle2D.Double(0, 0, width, height)));
        }
    }
}
