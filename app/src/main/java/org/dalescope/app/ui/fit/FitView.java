package org.dalescope.app.ui.fit;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.dalescope.app.chart.ChartContent;
import org.dalescope.app.chart.ChartTheme;
import org.dalescope.app.chart.fit.ReferenceRun;
import org.dalescope.app.ui.control.ChartPane;
import org.dalescope.app.ui.control.FitToWidth;
import org.dalescope.app.ui.run.NeuronSelection;
import org.dalescope.app.ui.run.RunSnapshot;
import org.dalescope.app.ui.run.RunView;

/**
 * The view of a fit: a grid of panels under a header with numbers. The curves share one cursor, and only visible panels
 * draw.
 */
public final class FitView extends StackPane implements RunView {
    private final FitViewModel model;
    private final NeuronSelection neurons;
    private final FitHeader head;
    private final DoubleProperty cursor = new SimpleDoubleProperty(Double.NaN);
    private final Map<FitPanel, ChartPane> curves = new EnumMap<>(FitPanel.class);
    private final CircuitPanels circuit = new CircuitPanels();
    private final PsthStrip strip;
    private final EigenvalueTrace trace = new EigenvalueTrace();
    private final Map<FitPanel, Region> panels = new EnumMap<>(FitPanel.class);
    private final Map<FitPanel, Long> drawn = new EnumMap<>(FitPanel.class);
    private final PanelGrid grid = new PanelGrid(this::drawVisiblePanels);
    private final ScrollPane scroll = new ScrollPane(grid);
    private final Node empty;
    private final BorderPane content = new BorderPane(scroll);
    private Optional<Shown> shown = Optional.empty();
    private long shows;
    private boolean isZooming;

    private record Shown(RunSnapshot run, ChartTheme theme) {}

    /**
     * A view of the shown run's fit.
     *
     * @param ghost the run that is drawn behind the shown one
     * @param neurons the selection with the pinned neurons
     * @param redraw asks the window to draw the shown run again
     */
    public FitView(
            Node empty,
            FitViewModel model,
            ObservableValue<Optional<ReferenceRun>> ghost,
            NeuronSelection neurons,
            Runnable redraw) {
        this.empty = empty;
        this.model = model;
        this.neurons = neurons;
        this.strip = new PsthStrip(neurons);
        for (FitPanel panel : FitPanel.values()) {
            panels.put(panel, node(panel));
        }
        curves.values().forEach(chart -> chart.crosshairProperty().bindBidirectional(cursor));
        this.head = new FitHeader(model, cursor);
        content.setTop(head);
        scroll.setId("scope");
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                grid.showAll();
            }
        });
        FitToWidth.fit(scroll, bounds -> grid.visibleHeightProperty().set(bounds.getHeight()));
        scroll.vvalueProperty().subscribe(this::drawVisiblePanels);
        grid.heightProperty().subscribe(this::drawVisiblePanels);
        model.ghostProperty().bind(ghost);
        model.ghostProperty().subscribe(redraw);
        model.logarithmicProperty().subscribe(redraw);
        model.penaltyProperty().subscribe(redraw);
        model.smoothingProperty().subscribe(redraw);
        model.unitProperty().subscribe((was, is) -> {
            showAll();
            redraw.run();
        });
        curves.values().forEach(chart -> chart.whenZoomed(() -> zoomLike(chart)));
        model.panels().values().forEach(visible -> visible.subscribe(this::choosePanels));
        neurons.pinned().subscribe(redraw);
        neurons.chosenProperty().subscribe((was, is) -> redraw.run());
        choosePanels();
        getChildren().setAll(empty);
    }

    private Region node(FitPanel panel) {
        Region node =
                switch (panel) {
                    case LOSSES -> curve(panel, "losses");
                    case SCORE -> curve(panel, "score");
                    case TAU -> curve(panel, "fit-tau");
                    case GRADIENTS -> curve(panel, "gradients");
                    case LEARNING_RATE -> curve(panel, "learning-rate");
                    case RATES -> curve(panel, "mean-rates");
                    case STABILITY -> curve(panel, "stability");
                    case NEURONS -> strip;
                    case WEIGHTS -> circuit.weights();
                    case DATA_TRIALS -> circuit.dataTrials();
                    case MODEL_TRIALS -> circuit.modelTrials();
                };
        node.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getClickCount() == 2) {
                grid.enlarge(node);
            }
        });
        return node;
    }

    /** Undoes the zoom of all curves. */
    private void showAll() {
        isZooming = true;
        curves.values().forEach(ChartPane::showAll);
        isZooming = false;
    }

    /** Gives all curves the horizontal range of the one that the user zoomed. */
    private void zoomLike(ChartPane zoomed) {
        // Each chart that follows reports its own change.
        if (isZooming) {
            return;
        }
        isZooming = true;
        curves.values().stream().filter(chart -> !chart.equals(zoomed)).forEach(chart -> chart.zoomLike(zoomed));
        isZooming = false;
    }

    private ChartPane curve(FitPanel panel, String id) {
        ChartPane chart = new ChartPane(id);
        chart.whenPicked(neurons::chooseNamed);
        curves.put(panel, chart);
        return chart;
    }

    private void choosePanels() {
        List<Node> chosen = new ArrayList<>();
        panels.forEach((panel, node) -> {
            if (model.isShown(panel)) {
                chosen.add(node);
            }
        });
        grid.getChildren().setAll(chosen);
        drawVisiblePanels();
    }

    @Override
    public void show(RunSnapshot run, ChartTheme theme) {
        if (!getChildren().contains(content)) {
            getChildren().setAll(content);
        }
        if (shown.filter(now -> now.run().folder().equals(run.folder())).isEmpty()) {
            showAll();
        }
        shown = Optional.of(new Shown(run, theme));
        shows++;
        head.show(run);
        String command = run.reportCommand();
        curves.values().forEach(chart -> chart.command(command));
        drawVisiblePanels();
    }

    @Override
    public void finishDrawing() {
        drawVisiblePanels();
    }

    @Override
    public void showNone() {
        shown = Optional.empty();
        getChildren().setAll(empty);
    }

    /** Draws visible panels that are not drawn yet. */
    private void drawVisiblePanels() {
        double hidden =
                Math.max(0, grid.getHeight() - grid.visibleHeightProperty().get());
        double from = scroll.getVvalue() * hidden;
        double to = from + Math.max(1, grid.visibleHeightProperty().get());
        shown.ifPresent(now -> panels.forEach((panel, node) -> {
            boolean isNew = drawn.getOrDefault(panel, 0L) != shows;
            if (isNew && grid.getChildren().contains(node) && PanelGrid.isBetween(node, from, to)) {
                drawn.put(panel, shows);
                draw(panel, now.run(), now.theme());
            }
        }));
    }

    private void draw(FitPanel panel, RunSnapshot run, ChartTheme theme) {
        switch (panel) {
            case LOSSES -> draw(panel, model.losses(run, theme), run, theme);
            case SCORE -> draw(panel, model.score(run, theme), run, theme);
            case TAU -> draw(panel, model.tau(run, neurons.chosenProperty().get(), theme), run, theme);
            case GRADIENTS -> draw(panel, model.gradients(run, theme), run, theme);
            case LEARNING_RATE -> draw(panel, FitViewModel.learningRate(run, theme), run, theme);
            case RATES -> draw(panel, FitViewModel.rates(run, theme), run, theme);
            case STABILITY -> draw(panel, FitViewModel.stability(run, trace.of(run, this::traced), theme), run, theme);
            case NEURONS -> strip.show(run, theme);
            case WEIGHTS -> circuit.drawWeights(run, neurons.chosenProperty().get(), theme);
            case DATA_TRIALS -> circuit.drawDataTrials(run, theme);
            case MODEL_TRIALS -> circuit.drawModelTrials(run, theme);
        }
    }

    private void draw(FitPanel panel, ChartContent content, RunSnapshot run, ChartTheme theme) {
        Optional.ofNullable(curves.get(panel))
                .ifPresent(chart -> chart.show(
                        model.unitProperty()
                                .get()
                                .of(content.atEpoch(run.chosen(), theme), run.history(), run.trainTrials()),
                        theme));
    }

    /** Draws again, because more eigenvalues are known. */
    private void traced() {
        drawn.remove(FitPanel.STABILITY);
        drawVisiblePanels();
    }
}
