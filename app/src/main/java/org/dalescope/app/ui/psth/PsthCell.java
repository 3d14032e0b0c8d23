package org.dalescope.app.ui.psth;

import java.awt.geom.Rectangle2D;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.KeyCode;
import org.dalescope.app.chart.ChartContent;
import org.dalescope.app.chart.ChartTheme;
import org.dalescope.app.chart.LineChart;
import org.dalescope.app.chart.fit.NeuronFit;
import org.dalescope.app.chart.fit.PsthChart;
import org.jfree.fx.FXGraphics2D;

/**
 * A small PSTH chart of one neuron, one of many in the view of PSTHs; it draws only on request, so that invisible cells
 * cost no time.
 */
public final class PsthCell extends Canvas {
    static final double HEIGHT = 160;

    private record Shown(PsthChart.Source source, NeuronFit neuron, boolean isPinned, ChartTheme theme) {}

    private final LineChart chart = new LineChart();
    private Optional<Shown> shown = Optional.empty();
    private boolean pending;

    /**
     * An empty cell.
     *
     * @param onChosen called on a click or Enter
     * @param onPin called on the key P, which pins or unpins the neuron
     */
    public PsthCell(Consumer<NeuronFit> onChosen, Consumer<NeuronFit> onPin) {
        super(HEIGHT, HEIGHT);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        setOnMouseClicked(event -> shown.map(Shown::neuron).ifPresent(onChosen));
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                shown.map(Shown::neuron).ifPresent(onChosen);
            } else if (event.getCode() == KeyCode.P) {
                shown.map(Shown::neuron).ifPresent(onPin);
            }
        });
    }

    /** Sets what the cell shows when it draws next. */
    public void set(PsthChart.Source source, NeuronFit neuron, boolean isPinned, ChartTheme theme) {
        shown = Optional.of(new Shown(source, neuron, isPinned, theme));
        pending = true;
        setAccessibleText(
                "PSTH of %s%s; press Enter to enlarge, P to pin".formatted(neuron.title(), isPinned ? ", pinned" : ""));
    }

    /** Sets the size of the cell in the grid. */
    public void resizeTo(double width, double height) {
        if (width != getWidth() || height != getHeight()) {
            setWidth(width);
            setHeight(height);
            pending = true;
        }
    }

    /** Draws the cell if its content has changed. */
    public void drawIfPending() {
        if (pending) {
            shown.ifPresent(this::draw);
            pending = false;
        }
    }

    private void draw(Shown now) {
        ChartContent content =
                PsthChart.of(now.source(), now.neuron(), now.theme()).small();
        chart.show(
                now.isPinned() ? content.titled("Pinned: %s".formatted(content.title())) : content, now.theme(), (int)
                        getWidth());
        getGraphicsContext2D().clearRect(0, 0, getWidth(), getHeight());
        chart.draw(new FXGraphics2D(getGraphicsContext2D()), new Rectangle2D.Double(0, 0, getWidth(), getHeight()));
    }
}
