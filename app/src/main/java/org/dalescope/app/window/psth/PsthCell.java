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
    static final double WIDTH = 226;
    static final double HEIGHT = 160;

    private record Shown(PsthChart.Source source, NeuronFit neuron, ChartTheme theme) {}

    private final LineChart chart = new LineChart();
    private Optional<Shown> pending = Optional.empty();
    private Optional<NeuronFit> neuron = Optional.empty();

    PsthCell(Consumer<NeuronFit> onChosen) {
        super(WIDTH, HEIGHT);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        setOnMouseClicked(event -> neuron.ifPresent(onChosen));
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                neuron.ifPresent(onChosen);
            }
        });
    }

    void set(PsthChart.Source source, NeuronFit newNeuron, ChartTheme theme) {
        neuron = Optional.of(newNeuron);
        pending = Optional.of(new Shown(source, newNeuron, theme));
        setAccessibleText("PSTH of " + newNeuron.title() + "; press Enter to enlarge");
    }

    void drawIfPending() {
        pending.ifPresent(shown -> {
            chart.show(
                    PsthChart.of(shown.source(), shown.neuron(), shown.theme()).small(), shown.theme(), (int) WIDTH);
            getGraphicsContext2D().clearRect(0, 0, WIDTH, HEIGHT);
            chart.draw(new FXGraphics2D(getGraphicsContext2D()), new Rectangle2D.Double(0, 0, WIDTH, HEIGHT));
        });
        pending = Optional.empty();
    }
}
