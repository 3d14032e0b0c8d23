package org.dalescope.app.ui.psth;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.dalescope.app.chart.ChartTheme;
import org.dalescope.app.chart.fit.NeuronFit;
import org.dalescope.app.chart.fit.PsthChart;
import org.dalescope.app.ui.control.ChartPane;
import org.dalescope.app.ui.control.FitToWidth;
import org.dalescope.app.ui.control.HelpTip;
import org.dalescope.app.ui.run.NeuronSelection;
import org.dalescope.app.ui.run.RunSnapshot;
import org.dalescope.app.ui.run.RunView;
import org.dalescope.app.ui.task.FrameWaiter;
import org.dalescope.model.session.NeuronType;

/** The view of the PSTHs of all neurons, E and I in separate groups; a click enlarges one. */
public final class PsthView extends StackPane implements RunView {
    /**
     * While a fit runs, the many small charts are updated once a second; the fit view is updated ten times a second.
     */
    private static final long LIVE_INTERVAL_NANOS = 1_000_000_000L;

    private static final double LEAST_HEIGHT = 84;
    private static final double SHAPE = 0.72;
    private static final double WALL_PADDING = 16;
    private final PsthViewModel model = new PsthViewModel();
    private final Node empty;
    private final Label caption = new Label();
    private final Tooltip explained = HelpTip.wide("");
    private final HueLegend hues = new HueLegend();
    private final VBox wall = new VBox();
    private final ScrollPane scroll = new ScrollPane(wall);
    private final BorderPane content = new BorderPane(scroll);
    private final ChartPane large = new ChartPane("psth-large");
    private final Button pin = new Button("Pin");
    private final HBox enlarged;
    private final List<PsthCell> cells = new ArrayList<>();
    private List<Integer> built = List.of();
    private final NeuronSelection neurons;
    private Optional<RunSnapshot> drawn = Optional.empty();
    private Optional<ChartTheme> theme = Optional.empty();
    private long lastDrawn;

    /**
     * A view of PSTHs.
     *
     * @param neurons the selection with the enlarged neuron and the pinned ones, which come first
     */
    public PsthView(Node empty, NeuronSelection neurons) {
        this.empty = empty;
        this.neurons = neurons;
        this.enlarged = enlarged();
        caption.setTooltip(explained);
        caption.getStyleClass().add(Styles.TEXT_MUTED);
        VBox head = new VBox(new PsthControls(model, this::changed, this::fitCells), caption, hues);
        head.getStyleClass().add("scope-head");
        content.setTop(head);
        scroll.setId("psth-scroll");
        wall.getStyleClass().add("psth-wall");
        scroll.vvalueProperty().subscribe(this::drawVisible);
        FitToWidth.fit(scroll, bounds -> fitCells());
        wall.heightProperty().subscribe(this::drawVisible);
        getChildren().setAll(empty);
        neurons.chosenProperty().subscribe(() -> {
            again();
            // The enlarged neuron takes its place in the next frame.
            FrameWaiter.from(2, () -> {
                revealChosen();
                return false;
            });
        });
        neurons.pinned().subscribe(this::again);
    }

    private void again() {
        drawn.ifPresent(run -> theme.ifPresent(t -> draw(run, t)));
    }

    @Override
    public void show(RunSnapshot run, ChartTheme newTheme) {
        boolean sameLook = theme.filter(newTheme::equals).isPresent();
        boolean early = System.nanoTime() - lastDrawn < LIVE_INTERVAL_NANOS;
        if (run.isLive() && drawn.filter(RunSnapshot::isLive).isPresent() && early && sameLook) {
            return;
        }
        draw(run, newTheme);
    }

    @Override
    public void finishDrawing() {
        fitCells();
    }

    @Override
    public void showNone() {
        drawn = Optional.empty();
        getChildren().setAll(empty);
    }

    private void draw(RunSnapshot run, ChartTheme newTheme) {
        if (!getChildren().contains(content)) {
            getChildren().setAll(content);
        }
        drawn = Optional.of(run);
        theme = Optional.of(newTheme);
        lastDrawn = System.nanoTime();
        model.show(run);
        List<PsthChart.Condition> sources = model.sources(run);
        caption.setText(PsthViewModel.brief(sources.size() > 1));
        explained.setText(PsthViewModel.caption(run, sources.size() > 1));
        hues.show(sources, newTheme);
        List<NeuronFit> excitatory = model.ordered(run, NeuronType.EXCITATORY, neurons);
        List<NeuronFit> inhibitory = model.ordered(run, NeuronType.INHIBITORY, neurons);
        List<NeuronFit> unknown = model.ordered(run, NeuronType.UNKNOWN, neurons);
        List<NeuronFit> all =
                Stream.of(excitatory, inhibitory, unknown).flatMap(List::stream).toList();
        List<Integer> counts = List.of(excitatory.size(), inhibitory.size(), unknown.size());
        if (!built.equals(counts)) {
            build(counts);
        }
        for (int i = 0; i < all.size(); i++) {
            NeuronFit neuron = all.get(i);
            cells.get(i)
                    .set(new PsthCell.Content(
                            sources,
                            neuron,
                            model.rawProperty().get(),
                            neurons.isPinned(neuron.id()),
                            neurons.chosenProperty().get().equals(Optional.of(neuron.id())),
                            newTheme));
        }
        enlarge(run, newTheme);
        fitCells();
    }

    private void build(List<Integer> counts) {
        built = counts;
        cells.clear();
        wall.getChildren().clear();
        group("Excitatory neurons (%s)", counts.get(0));
        group("Inhibitory neurons (%s)", counts.get(1));
        group("Neurons of unknown type (%s)", counts.get(2));
    }

    private void group(String title, int count) {
        if (count == 0) {
            return;
        }
        Label heading = new Label(title.formatted(count));
        heading.getStyleClass().addAll(Styles.TEXT_BOLD, "section-heading");
        FlowPane pane = new FlowPane();
        for (int i = 0; i < count; i++) {
            PsthCell cell = new PsthCell(neuron -> neurons.choose(neuron.id()), neuron -> neurons.pin(neuron.id()));
            cells.add(cell);
            pane.getChildren().add(cell);
        }
        wall.getChildren().addAll(heading, pane);
    }

    /** Lays out as many columns as fit, over the full width. */
    private void fitCells() {
        double width = scroll.getViewportBounds().getWidth() - WALL_PADDING;
        double least = model.widthProperty().get();
        if (width > least) {
            double own = Math.floor(width / Math.floor(width / least));
            cells.forEach(cell -> cell.resizeTo(own, Math.max(LEAST_HEIGHT, Math.rint(SHAPE * own))));
        }
        drawVisible();
    }

    /** Draws only the visible cells; draws none before the view has a size, because the layout calls this again. */
    private void drawVisible() {
        Bounds view = scroll.localToScene(scroll.getLayoutBounds());
        if (view.getHeight() <= 0) {
            return;
        }
        for (PsthCell cell : cells) {
            if (cell.localToScene(cell.getLayoutBounds()).intersects(view)) {
                cell.drawIfPending();
            }
        }
    }

    /** Scrolls to the chosen neuron's cell if it is outside the visible part or under the enlarged neuron. */
    private void revealChosen() {
        cells.stream().filter(PsthCell::isChosen).findFirst().ifPresent(cell -> {
            Bounds at = wall.sceneToLocal(cell.localToScene(cell.getLayoutBounds()));
            double height = scroll.getViewportBounds().getHeight();
            double room = wall.getHeight() - height;
            double top = scroll.getVvalue() * room;
            if (room > 0 && (at.getMinY() < top || at.getMaxY() > top + height)) {
                scroll.setVvalue(Math.clamp((at.getMinY() - (height - at.getHeight()) / 2) / room, 0, 1));
            }
        });
    }

    private void enlarge(RunSnapshot run, ChartTheme newTheme) {
        Optional<NeuronFit> neuron = neurons.chosenProperty()
                .get()
                .flatMap(id -> run.neurons().stream().filter(n -> n.id() == id).findFirst());
        content.setBottom(neuron.isPresent() ? enlarged : null);
        neuron.ifPresent(n -> pin.setText(neurons.isPinned(n.id()) ? "Unpin" : "Pin"));
        large.command(run.reportCommand());
        neuron.ifPresent(n -> large.show(
                PsthChart.of(model.sources(run), n, model.rawProperty().get(), newTheme)
                        .titled(n.title())
                        .withMarksNamed(run.views().alignedTo(), newTheme),
                newTheme));
    }

    private HBox enlarged() {
        Button close = new Button("Close");
        close.setOnAction(event -> neurons.chosenProperty().set(Optional.empty()));
        pin.setId("pin-neuron");
        pin.setTooltip(new Tooltip("Pinned neurons come first here and stay in the Fit view (key P on a small chart)"));
        pin.setOnAction(event -> neurons.chosenProperty().get().ifPresent(neurons::pin));
        pin.setMaxWidth(Double.MAX_VALUE);
        close.setMaxWidth(Double.MAX_VALUE);
        VBox buttons = new VBox(close, pin);
        buttons.getStyleClass().add("enlarged-buttons");
        large.getStyleClass().add("psth-large");
        HBox.setHgrow(large, Priority.ALWAYS);
        HBox box = new HBox(large, buttons);
        box.getStyleClass().add("enlarged");
        return box;
    }

    /** Draws at once, because the user changed what is shown. */
    private void changed() {
        lastDrawn = 0;
        again();
    }
}
