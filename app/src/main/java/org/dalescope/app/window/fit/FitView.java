package org.dalescope.app.window.fit;

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
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.dalescope.app.chart.ChartContent;
import org.dalescope.app.chart.ChartTheme;
import org.dalescope.app.chart.Ghost;
import org.dalescope.app.window.run.NeuronChoice;
import org.dalescope.app.window.run.RunPicture;
import org.dalescope.app.window.run.RunView;
import org.dalescope.app.window.theme.ChartPane;
import org.dalescope.app.window.theme.Walls;

/** The scope: panels under a line of numbers. Curves share their cursor, and only what is in sight draws. */
public final class FitView extends StackPane implements RunView {
    private final FitViewModel model;
    private final ScopeHead head;
    private final DoubleProperty cursor = new SimpleDoubleProperty(Double.NaN);
    private final Map<ScopePanel, ChartPane> curves = new EnumMap<>(ScopePanel.class);
    private final CircuitPanels circuit = new CircuitPanels();
    private final NeuronStrip strip;
    private final CircuitTrace trace = new CircuitTrace();
    private final Map<ScopePanel, Region> panels = new EnumMap<>(ScopePanel.class);
    private final Map<ScopePanel, Long> drawn = new EnumMap<>(ScopePanel.class);
    private final PanelGrid grid = new PanelGrid(this::drawInSight);
    private final ScrollPane scroll = new ScrollPane(grid);
    private final Node empty;
    private final BorderPane content = new BorderPane(scroll);
    private Optional<Shown> shown = Optional.empty();
    private long shows;

    private record Shown(RunPicture run, ChartTheme theme) {}

    /**
     * The scope.
     *
     * @param ghost the run that lies behind the one on show
     * @param neurons the pinned ones
     * @param redraw asks the window to show the run on show again
     */
    public FitView(
            Node empty,
            FitViewModel model,
            ObservableValue<Optional<Ghost>> ghost,
            NeuronChoice neurons,
            Runnable redraw) {
        this.empty = empty;
        this.model = model;
        this.strip = new NeuronStrip(neurons);
        for (ScopePanel panel : ScopePanel.values()) {
            panels.put(panel, node(panel));
        }
        curves.values().forEach(chart -> chart.cursor().bindBidirectional(cursor));
        this.head = new ScopeHead(model, cursor);
        content.setTop(head);
        scroll.setId("scope");
        Walls.fit(scroll, bounds -> grid.sight().set(bounds.getHeight()));
        scroll.vvalueProperty().subscribe(this::drawInSight);
        grid.heightProperty().subscribe(this::drawInSight);
        model.ghost().bind(ghost);
        model.ghost().subscribe(redraw);
        model.paused().subscribe(redraw);
        model.logarithmic().subscribe(redraw);
        model.smoothing().subscribe(redraw);
        model.panels().values().forEach(visible -> visible.subscribe(this::choosePanels));
        neurons.pinned().subscribe(redraw);
        choosePanels();
        getChildren().setAll(empty);
    }

    private Region node(ScopePanel panel) {
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

    private ChartPane curve(ScopePanel panel, String id) {
        ChartPane chart = new ChartPane(id);
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
        drawInSight();
    }

    @Override
    public void show(RunPicture run, ChartTheme theme) {
        if (!getChildren().contains(content)) {
            getChildren().setAll(content);
        }
        shown = Optional.of(new Shown(run, theme));
        shows++;
        head.show(run);
        String command = run.reportCommand();
        curves.values().forEach(chart -> chart.command(command));
        drawInSight();
    }

    @Override
    public void settle() {
        drawInSight();
    }

    @Override
    public void showNone() {
        shown = Optional.empty();
        getChildren().setAll(empty);
    }

    /** Draws what is in sight and not drawn yet. */
    private void drawInSight() {
        double hidden = Math.max(0, grid.getHeight() - grid.sight().get());
        double from = scroll.getVvalue() * hidden;
        double to = from + Math.max(1, grid.sight().get());
        shown.ifPresent(now -> panels.forEach((panel, node) -> {
            boolean isNew = drawn.getOrDefault(panel, 0L) != shows;
            if (isNew && grid.getChildren().contains(node) && PanelGrid.isBetween(node, from, to)) {
                drawn.put(panel, shows);
                draw(panel, now.run(), now.theme());
            }
        }));
    }

    private void draw(ScopePanel panel, RunPicture run, ChartTheme theme) {
        switch (panel) {
            case LOSSES -> draw(panel, model.losses(run, theme), run, theme);
            case SCORE -> draw(panel, model.score(run, theme), run, theme);
            case TAU -> draw(panel, model.tau(run, theme), run, theme);
            case GRADIENTS -> draw(panel, model.gradients(run, theme), run, theme);
            case LEARNING_RATE -> draw(panel, FitViewModel.learningRate(run, theme), run, theme);
            case RATES -> draw(panel, FitViewModel.rates(run, theme), run, theme);
            case STABILITY -> draw(panel, FitViewModel.stability(run, trace.of(run, this::traced), theme), run, theme);
            case NEURONS -> strip.show(run, theme);
            case WEIGHTS -> circuit.drawWeights(run, theme);
            case DATA_TRIALS -> circuit.drawDataTrials(run, theme);
            case MODEL_TRIALS -> circuit.drawModelTrials(run, theme);
        }
    }

    private void draw(ScopePanel panel, ChartContent content, RunPicture run, ChartTheme theme) {
        Optional.ofNullable(curves.get(panel))
                .ifPresent(chart -> chart.show(content.atEpoch(run.chosen(), theme), theme));
    }

    /** More eigenvalues are known. */
    private void traced() {
        drawn.remove(ScopePanel.STABILITY);
        drawInSight();
    }
}
