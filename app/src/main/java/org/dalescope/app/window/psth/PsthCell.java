package org.dalescope.app.window.psth;

import java.awt.geom.Rectangle2D;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.KeyCode;
import org.dalescope.app.chart.ChartTheme;
import org.dalescope.app.chart.LineChart;
import org.dalescope.app.chart.NeuronFit;
import org.dalescope.app.chart.PsthChart;
import org.jfree.fx.FXGraphics2D;

/** One small multiple; it draws only when asked, so that cells out of sight cost nothing. */
final class PsthCell extends Canvas {
    static final double HEIGHT = 160;

    private record Shown(PsthChart.Source source, NeuronFit neuron, ChartTheme theme) {}

    private final LineChart chart = new LineChart();
    private Optional<Shown> shown = Optional.empty();
    private boolean pending;

    PsthCell(Consumer<NeuronFit> onChosen) {
        super(HEIGHT, HEIGHT);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        setOnMouseClicked(event -> shown.map(Shown::neuron).ifPresent(onChosen));
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                shown.map(Shown::neuron).ifPresent(onChosen);
            }
        });
    }

    void set(PsthChart.Source source, NeuronFit newNeuron, ChartTheme theme) {
        shown = Optional.of(new Shown(source, newNeuron, theme));
        pending = true;
        setAccessibleText("PSTH of " + newNeuron.title() + "; press Enter to enlarge");
    }

    /** Gives the cell its share of the wall's width. */
    void widen(double width) {
        if (width != getWidth()) {
            setWidth(width);
            pending = true;
        }
    }

    void drawIfPending() {
        if (pending) {
            shown.ifPresent(this::draw);
            pending = false;
        }
    }

    private void draw(Shown now) {
        chart.show(PsthChart.of(now.source(), now.neuron(), now.theme()).small(), now.theme(), (int) getWidth());
        getGraphicsContext2D().clearRect(0, 0, getWidth(), HEIGHT);
        chart.draw(new FXGraphics2D(getGraphicsContext2D()), new Rectangle2D.Double(0, 0, getWidth(), HEIGHT));
    }
}
