package org.dalescope.app.ui.compare;

import javafx.scene.shape.Line;
import org.dalescope.app.chart.LineStyle;
import org.dalescope.app.ui.control.WindowColour;

/** A short piece of a run's curve that the compare view draws next to the run's name. */
final class RunSwatch {
    private static final double WIDTH = 16;

    private RunSwatch() {}

    static Line of(LineStyle look) {
        Line line = new Line(0, 0, WIDTH, 0);
        line.setStroke(WindowColour.of(look.colour()));
        line.setStrokeWidth(3);
        switch (look.dash()) {
            case SOLID -> {}
            case DASHED -> line.getStrokeDashArray().setAll(5.0, 3.0);
            case DOTTED -> line.getStrokeDashArray().setAll(2.0, 3.0);
        }
        return line;
    }
}
