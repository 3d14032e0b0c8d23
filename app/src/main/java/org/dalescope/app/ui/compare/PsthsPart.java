package org.dalescope.app.ui.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.dalescope.app.chart.ChartTheme;
import org.dalescope.app.chart.ShortRunName;
import org.dalescope.app.chart.comparison.ComparedPsthChart;
import org.dalescope.app.chart.comparison.RunColours;
import org.dalescope.app.chart.fit.NeuronFit;
import org.dalescope.app.chart.fit.PsthChart;
import org.dalescope.app.ui.control.ChartPane;
import org.dalescope.app.ui.control.FitToWidth;
import org.dalescope.model.run.store.RunViews;

/**
 * The part of the compare view that shows PSTHs of chosen neurons: the data, and the model of every run with these
 * neurons.
 */
final class PsthsPart extends PairPart {
    private static final double LEAST_WIDTH = 380;
    private static final double HEIGHT = 270;
    private static final double PADDING = 18;
    private static final int LETTERS = 30;
    private final Parts parts;
    private final List<ChartPane> cells = new ArrayList<>();

    /** The controls and the grid of charts. */
    private record Parts(
            TextField neurons,
            ComboBox<String> condition,
            FlowPane legend,
            FlowPane wall,
            ScrollPane scroll,
            BorderPane all) {
        static Parts make() {
            TextField neurons = new TextField();
            neurons.setId("compare-psth-neurons");
            neurons.setPromptText("those that differ most");
            ComboBox<String> condition = new ComboBox<>();
            condition.setId("compare-condition");
            Label ofNeurons = new Label("Neurons, by id");
            ofNeurons.setLabelFor(neurons);
            Label ofCondition = new Label("Condition");
            ofCondition.setLabelFor(condition);
            HBox controls = new HBox(ofNeurons, neurons, ofCondition, condition);
            controls.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
            controls.getStyleClass().addAll("control-row", "table-head");
            FlowPane wall = new FlowPane();
            wall.getStyleClass().add("psth-wall");
            ScrollPane scroll = new ScrollPane(wall);
            BorderPane all = new BorderPane(scroll);
            FlowPane legend = new FlowPane();
            legend.setId("compare-psth-legend");
            legend.getStyleClass().addAll("compare-chips", "table-head");
            all.setTop(new VBox(controls, legend));
            return new Parts(neurons, condition, legend, wall, scroll, all);
        }
    }

    PsthsPart(Runnable redraw) {
        this(Parts.make(), redraw);
    }

    private PsthsPart(Parts parts, Runnable redraw) {
        super("PSTHs", parts.all(), "compare-psth-words");
        this.parts = parts;
        parts.neurons().setOnAction(event -> redraw.run());
        parts.neurons().focusedProperty().subscribe(focused -> {
            if (!focused) {
                redraw.run();
            }
        });
        parts.condition().setOnAction(event -> redraw.run());
        FitToWidth.fit(parts.scroll(), bounds -> fit());
    }

    @Override
    void draw(RunComparison comparison, RunComparison.Pair pair, ChartTheme theme) {
        offer(pair.a().picture().views().conditions());
        String condition = parts.condition().getValue();
        ComparedNeurons chosen = ComparedNeurons.of(parts.neurons().getText(), pair);
        List<ComparedRun> runs = comparison.comparableWithFirst();
        while (cells.size() < chosen.ids().size()) {
            cells.add(new ChartPane("compare-psth-" + cells.size()));
        }
        for (int i = 0; i < chosen.ids().size(); i++) {
            List<ComparedPsthChart.Member> members =
                    members(comparison, runs, chosen.ids().get(i), condition, theme);
            cells.get(i).show(ComparedPsthChart.brief(members, theme), ComparedPsthChart.of(members, theme), theme);
        }
        parts.wall().getChildren().setAll(cells.subList(0, chosen.ids().size()));
        showLegend(comparison, runs, theme);
        fit();
        showText((chosen.problem() + " " + comparison.leftOut()).strip());
    }

    /** Shows a legend if the header's chips have other colours, those of groups, or do not show all runs. */
    private void showLegend(RunComparison comparison, List<ComparedRun> runs, ChartTheme theme) {
        boolean needed =
                comparison.grouping() != RunGrouping.NONE || comparison.runs().size() > CompareHeader.CHIPS;
        FlowPane legend = parts.legend();
        legend.setVisible(needed);
        legend.setManaged(needed);
        legend.getChildren()
                .setAll(runs.stream()
                        .map(run -> new Label(
                                ShortRunName.of(run.name(), LETTERS),
                                RunSwatch.of(RunColours.of(comparison.runs().indexOf(run), theme))))
                        .toList());
    }

    private void offer(List<String> conditions) {
        ComboBox<String> box = parts.condition();
        if (!box.getItems().equals(conditions)) {
            box.getItems().setAll(conditions);
        }
        if (box.getValue() == null) {
            box.getSelectionModel().selectFirst();
        }
    }

    private static List<ComparedPsthChart.Member> members(
            RunComparison comparison, List<ComparedRun> runs, int id, String condition, ChartTheme theme) {
        List<ComparedPsthChart.Member> members = new ArrayList<>();
        for (ComparedRun run : runs) {
            RunViews views = run.picture().views();
            int at = views.conditions().indexOf(condition);
            run.picture().neurons().stream()
                    .filter(neuron -> neuron.id() == id && at >= 0)
                    .findFirst()
                    .ifPresent(neuron -> members.add(member(
                            run, neuron, at, RunColours.of(comparison.runs().indexOf(run), theme))));
        }
        return members;
    }

    private static ComparedPsthChart.Member member(
            ComparedRun run, NeuronFit neuron, int condition, org.dalescope.app.chart.LineStyle style) {
        RunViews views = run.picture().views();
        double[] model = condition < views.model().size() ? views.model().get(condition) : new double[0];
        return new ComparedPsthChart.Member(
                run.name(), new PsthChart.Source(views.timeMs(), views.data().get(condition), model), neuron, style);
    }

    /** Lays out as many legible columns as fit, over the full width. */
    private void fit() {
        double width = parts.scroll().getViewportBounds().getWidth() - PADDING;
        if (width > 0) {
            int columns = Math.max(1, (int) (width / LEAST_WIDTH));
            IntStream.range(0, cells.size()).mapToObj(cells::get).forEach(cell -> {
                cell.setPrefSize(Math.floor(width / columns), HEIGHT);
                cell.setMinSize(Math.floor(width / columns), HEIGHT);
            });
        }
    }
}
