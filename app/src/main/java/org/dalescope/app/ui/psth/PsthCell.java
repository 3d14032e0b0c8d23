package org.dalescope.app.ui.psth;

import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.util.Duration;
import org.dalescope.app.chart.ChartContent;
import org.dalescope.app.chart.ChartTheme;
import org.dalescope.app.chart.LineChart;
import org.dalescope.app.chart.TwoDecimals;
import org.dalescope.app.chart.fit.NeuronFit;
import org.dalescope.app.chart.fit.PsthChart;
import org.dalescope.app.ui.control.ChartValues;
import org.dalescope.app.ui.control.WindowColour;
import org.jfree.fx.FXGraphics2D;

/**
 * A small PSTH chart of one neuron, one of many in the view of PSTHs, with its r and R2 as bars; it draws only on
 * request, so that invisible cells cost no time.
 */
public final class PsthCell extends Canvas {
    static final double HEIGHT = 160;
    private static final Duration VALUES_DELAY = Duration.millis(150);
    private static final double LEAST_FOR_NUMBERS = 225;
    private static final double NAME = 15;
    private static final double NUMBERS = 54;
    private static final double SMALL = 11;
    private static final double BAR_WIDTH = 34;
    private static final double BAR_HEIGHT = 4;

    /**
     * What a cell shows.
     *
     * @param conditions the PSTHs, one or several over each other
     * @param isRaw whether raw bins are drawn behind
     */
    public record Content(
            List<PsthChart.Condition> conditions,
            NeuronFit neuron,
            boolean isRaw,
            boolean isPinned,
            boolean isChosen,
            ChartTheme theme) {}

    private final LineChart chart = new LineChart();
    private final Tooltip values = new Tooltip();
    private Optional<Content> shown = Optional.empty();
    private Optional<ChartContent> drawn = Optional.empty();
    private Rectangle2D plotArea = new Rectangle2D.Double();
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
        setOnMouseClicked(event -> shown.map(Content::neuron).ifPresent(onChosen));
        values.setShowDelay(VALUES_DELAY);
        values.setShowDuration(Duration.INDEFINITE);
        values.getStyleClass().add("hover-box");
        Tooltip.install(this, values);
        setOnMouseMoved(event -> values.setText(valuesAt(event.getX())));
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                shown.map(Content::neuron).ifPresent(onChosen);
            } else if (event.getCode() == KeyCode.P) {
                shown.map(Content::neuron).ifPresent(onPin);
            }
        });
    }

    /** The values of data and model at a horizontal position in the cell. */
    String valuesAt(double x) {
        double inside = Math.clamp(x, plotArea.getMinX(), Math.max(plotArea.getMinX(), plotArea.getMaxX()));
        return drawn.map(content -> ChartValues.at(chart.value(inside, plotArea), content, Optional.empty()))
                .orElse("");
    }

    /** Sets what the cell shows when it draws next. */
    public void set(Content content) {
        shown = Optional.of(content);
        pending = true;
        setAccessibleText("PSTH of %s%s; press Enter to enlarge, P to pin"
                .formatted(content.neuron().title(), content.isPinned() ? ", pinned" : ""));
    }

    /** Whether the cell shows the chosen neuron. */
    boolean isChosen() {
        return shown.filter(Content::isChosen).isPresent();
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
        if (pending && getWidth() > 0 && getHeight() > 0) {
            shown.ifPresent(this::draw);
            pending = false;
        }
    }

    private void draw(Content now) {
        NeuronFit neuron = now.neuron();
        String title = "n%s  %s".formatted(neuron.id(), neuron.type().letter());
        ChartContent content = PsthChart.of(now.conditions(), neuron, now.isRaw(), now.theme())
                .titled((now.isPinned() ? "\u25c6 " : "") + title);
        drawn = Optional.of(content);
        chart.show(content.small(), now.theme(), (int) getWidth());
        GraphicsContext g = getGraphicsContext2D();
        g.clearRect(0, 0, getWidth(), getHeight());
        plotArea = chart.drawn(new FXGraphics2D(g), new Rectangle2D.Double(0, 0, getWidth(), getHeight()));
        g.setFont(Font.font(now.theme().family(), SMALL * now.theme().letters()));
        double letters = now.theme().letters();
        boolean hasNumbers = getWidth() >= LEAST_FOR_NUMBERS * letters;
        double each = BAR_WIDTH + (hasNumbers ? NUMBERS * letters : 6);
        bar(g, getWidth() - 2 * each, "r", neuron.r(), neuron.ceiling(), now);
        bar(g, getWidth() - each, "R\u00b2", neuron.r2(), Double.NaN, now);
        if (now.isChosen()) {
            g.setStroke(WindowColour.of(now.theme().accent()));
            g.setLineWidth(2);
            g.strokeRect(1, 1, getWidth() - 2, getHeight() - 2);
        }
    }

    /**
     * A bar from 0 to 1 with a tick at the ceiling; a negative value is a red bar of its size. A wide cell has the
     * name before the bar and the number behind it.
     */
    private void bar(GraphicsContext g, double at, String name, double value, double ceiling, Content now) {
        ChartTheme theme = now.theme();
        double top = 10;
        double left = at;
        if (getWidth() >= LEAST_FOR_NUMBERS * theme.letters()) {
            left += NAME * theme.letters();
            g.setFill(WindowColour.of(theme.muted()));
            g.fillText(name, at, top + BAR_HEIGHT + 2);
            g.fillText(TwoDecimals.of(value), left + BAR_WIDTH + 4, top + BAR_HEIGHT + 2);
        }
        g.setFill(WindowColour.of(theme.grid()));
        g.fillRect(left, top, BAR_WIDTH, BAR_HEIGHT);
        if (Double.isNaN(value)) {
            return;
        }
        g.setFill(
                value < 0
                        ? Color.web("#cf222e")
                        : WindowColour.of(theme.of(now.neuron().type())));
        g.fillRect(left, top, BAR_WIDTH * Math.min(1, Math.abs(value)), BAR_HEIGHT);
        if (ceiling > 0) {
            g.setFill(WindowColour.of(theme.foreground()));
            g.fillRect(left + BAR_WIDTH * Math.min(1, ceiling) - 1, top - 1.5, 1.5, BAR_HEIGHT + 3);
        }
    }
}
