package org.dalescope.app.ui.mapping;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.DoubleConsumer;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;

/**
 * A histogram of a column of units with a threshold that can be dragged with the mouse or moved with the arrow keys.
 * Units below the threshold are coloured as inhibitory.
 */
final class ThresholdEditor extends VBox {
    private static final int BARS = 30;
    private static final double HEIGHT = 90;
    private static final double STEP_SHARE = 0.01;

    private final double[] values;
    private final double low;
    private final double high;
    private final Pane plot = new Pane();
    private final Rectangle[] bars = new Rectangle[BARS];
    private final Line line = new Line();
    private final Label text = new Label();
    private final DoubleConsumer chosen;
    private double threshold;

    /**
     * A histogram.
     *
     * @param values the finite values of the units
     * @param chosen receives a new threshold when the user lets go of it
     */
    ThresholdEditor(double[] values, double threshold, DoubleConsumer chosen) {
        this.values = values.clone();
        this.chosen = chosen;
        this.threshold = threshold;
        double least = Math.min(0, Arrays.stream(values).min().orElse(0));
        double most = Math.max(threshold, Arrays.stream(values).max().orElse(1));
        low = least;
        high = most > least ? least + 1.05 * (most - least) : least + 1;
        for (int i = 0; i < BARS; i++) {
            bars[i] = new Rectangle();
            plot.getChildren().add(bars[i]);
        }
        line.getStyleClass().add("threshold-line");
        plot.getChildren().add(line);
        plot.setPrefHeight(HEIGHT);
        plot.setMinHeight(HEIGHT);
        plot.setCursor(Cursor.H_RESIZE);
        plot.widthProperty().subscribe(width -> place());
        plot.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            requestFocus();
            move(at(event.getX()));
        });
        plot.addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> move(at(event.getX())));
        plot.addEventHandler(MouseEvent.MOUSE_RELEASED, event -> chosen.accept(this.threshold));
        addEventHandler(KeyEvent.KEY_PRESSED, this::press);
        setFocusTraversable(true);
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        getStyleClass().add("threshold");
        getChildren().setAll(plot, text);
        place();
    }

    private void press(KeyEvent event) {
        if (event.getCode() == KeyCode.LEFT || event.getCode() == KeyCode.RIGHT) {
            double step = STEP_SHARE * (high - low);
            move(threshold + (event.getCode() == KeyCode.LEFT ? -step : step));
            chosen.accept(threshold);
            event.consume();
        }
    }

    /** The value at a position. */
    private double at(double x) {
        double share = plot.getWidth() > 0 ? x / plot.getWidth() : 0;
        return low + share * (high - low);
    }

    private void move(double value) {
        double smallest = (high - low) * 1e-3;
        double unit = Math.pow(10, Math.floor(Math.log10(smallest)));
        threshold = Math.rint(Math.clamp(value, Math.max(smallest, low), high) / unit) * unit;
        place();
    }

    private void place() {
        int[] counts = new int[BARS];
        for (double value : values) {
            counts[Math.clamp((int) (BARS * (value - low) / (high - low)), 0, BARS - 1)]++;
        }
        int most = Math.max(1, Arrays.stream(counts).max().orElse(1));
        double width = plot.getWidth() / BARS;
        for (int i = 0; i < BARS; i++) {
            double height = HEIGHT * counts[i] / most;
            bars[i].setX(i * width);
            bars[i].setWidth(Math.max(0, width - 1));
            bars[i].setY(HEIGHT - height);
            bars[i].setHeight(height);
            double centre = low + (i + 0.5) * (high - low) / BARS;
            bars[i].getStyleClass().setAll(centre < threshold ? "threshold-below" : "threshold-above");
        }
        double x = plot.getWidth() * (threshold - low) / (high - low);
        line.setStartX(x);
        line.setEndX(x);
        line.setEndY(HEIGHT);
        long below = Arrays.stream(values)
                .filter(value -> value > 0 && value < threshold)
                .count();
        long above = Arrays.stream(values).filter(value -> value >= threshold).count();
        text.setText(String.format(
                Locale.ROOT,
                "%.3f ms: %d units inhibitory, %d excitatory. Drag the line to change it.",
                threshold,
                below,
                above));
    }
}
