package org.dalescope.app.ui.perturbation;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.dalescope.app.chart.ChartContent;
import org.dalescope.app.chart.ChartTheme;
import org.dalescope.app.chart.fit.PerturbationChart;
import org.dalescope.app.ui.control.ChartPane;
import org.dalescope.app.ui.control.EmptyView;
import org.dalescope.app.ui.control.WrappingPanes;
import org.dalescope.app.ui.run.RunSnapshot;
import org.dalescope.app.ui.run.RunView;
import org.dalescope.model.analysis.core.Statistic;
import org.dalescope.model.common.Finding;
import org.dalescope.model.session.Session;

/** The view that perturbs the fitted networks: the interventions on the left, the networks' response on the right. */
public final class PerturbationView extends StackPane implements RunView {
    private static final int MOST_CHARTS = 12;
    private static final double CHART_WIDTH = 195;
    private static final double CHART_HEIGHT = 150;
    private final PerturbationViewModel model;
    private final Node empty;
    private final QuestionPane question;
    private final Label caption = new Label();
    private final Label numbers = new Label();
    private final Label notes = new Label();
    private final FlowPane wall = new FlowPane();
    private final TextField command = new TextField();
    private final StackPane answer = new StackPane();
    private final BorderPane content = new BorderPane();
    private final List<ChartPane> charts = new ArrayList<>();
    private final VBox answered;
    private List<Integer> order = List.of();
    private Optional<ChartTheme> theme = Optional.empty();
    private Optional<Session> asked = Optional.empty();

    public PerturbationView(Node empty, PerturbationViewModel model) {
        this.empty = empty;
        this.model = model;
        this.question = new QuestionPane(model);
        caption.setId("perturb-caption");
        caption.getStyleClass().add(Styles.TEXT_MUTED);
        numbers.setId("perturb-numbers");
        notes.setId("perturb-notes");
        notes.getStyleClass().add(Styles.WARNING);
        for (Label label : List.of(caption, numbers, notes)) {
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
        }
        wall.getStyleClass().add("psth-wall");
        ScrollPane scroll = new ScrollPane(wall);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox head = new VBox(numbers, notes, caption);
        head.getStyleClass().add("scope-head");
        this.answered = new VBox(head, scroll);
        ScrollPane left = new ScrollPane(question);
        left.setFitToWidth(true);
        SplitPane split = new SplitPane(left, answer);
        split.setDividerPositions(0.36);
        WrappingPanes.stack(split);
        content.setCenter(split);
        content.setBottom(foot());
        getChildren().setAll(empty);
        model.stateProperty().subscribe((PerturbationState now) -> show(now));
    }

    @Override
    public void show(RunSnapshot run, ChartTheme newTheme) {
        getChildren().setAll(content);
        boolean sameLook = theme.filter(newTheme::equals).isPresent();
        theme = Optional.of(newTheme);
        model.show(run);
        if (!sameLook) {
            show(model.stateProperty().get());
        }
    }

    @Override
    public void finishDrawing() {
        model.pump();
    }

    @Override
    public void showNone() {
        model.none("No run is shown.");
        getChildren().setAll(empty);
    }

    private HBox foot() {
        command.setId("perturb-command");
        command.setEditable(false);
        command.setAccessibleText("the command for this perturbation");
        command.getStyleClass().add("command-text");
        HBox.setHgrow(command, Priority.ALWAYS);
        Button copy = new Button("Copy command");
        copy.setMinWidth(USE_PREF_SIZE);
        copy.setOnAction(
                event -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, command.getText())));
        HBox foot = new HBox(command, copy);
        foot.getStyleClass().addAll("control-row", "scope-head");
        return foot;
    }

    private void show(PerturbationState state) {
        switch (state) {
            case PerturbationState.Nothing(String why) ->
                answer.getChildren().setAll(new EmptyView("Nothing to perturb", why));
            case PerturbationState.Opening() ->
                answer.getChildren()
                        .setAll(new EmptyView("Opening", "The networks are read and run once without a perturbation."));
            case PerturbationState.Refused(String sentence) -> {
                notes.setText(sentence);
                show(notes, true);
                answer.getChildren().setAll(answered);
            }
            case PerturbationState.Answered(PerturbationSnapshot picture) -> {
                answer.getChildren().setAll(answered);
                theme.ifPresent(now -> draw(picture, now));
            }
        }
        if (!model.networksSession().equals(asked)) {
            asked = model.networksSession();
            order = List.of();
            asked.ifPresent(question::show);
        }
        command.setText(model.command());
    }

    private void draw(PerturbationSnapshot picture, ChartTheme now) {
        boolean rested = !picture.result().tables().isEmpty();
        if (order.isEmpty() || rested) {
            List<Integer> changed = picture.mostChanged();
            order = changed.subList(0, Math.min(MOST_CHARTS, changed.size()));
        }
        Session session = picture.session();
        var window = picture.run().perturbation().window();
        PerturbationChart.Source source = new PerturbationChart.Source(
                session.time().centresMs(),
                picture.data(),
                picture.intact(),
                picture.perturbed(),
                picture.run().perturbedPsthError(0),
                window.fromMs(),
                window.toMs());
        grow(order.size());
        for (int i = 0; i < order.size(); i++) {
            int place = order.get(i);
            ChartContent chart = PerturbationChart.of(source, picture.neuron(place), place, now);
            charts.get(i).show(chart.small(), chart, now);
            charts.get(i).command(model.command());
        }
        numbers.setText(picture.result().statistics().stream()
                .filter(s -> !Double.isNaN(s.value()))
                .map(PerturbationView::words)
                .collect(Collectors.joining("   ")));
        String warnings = picture.result().notes().stream().map(Finding::text).collect(Collectors.joining("\n"));
        notes.setText(warnings);
        show(notes, !warnings.isEmpty());
        int networks = picture.run().circuit().members().size();
        boolean diverges = picture.run().allDiverge();
        caption.setText(String.format(
                Locale.ROOT,
                "Validation trials, %s; intact and perturbed networks receive the same noise. Grey: data; dashed:"
                        + " intact; %s%s. Computed in %.0f ms%s. These are predictions"
                        + " of the model: docs/analysis.md says how reliable they are.",
                networks == 1 ? "1 network" : "mean of %s networks".formatted(networks),
                diverges
                        ? "no perturbed curve, because the rates diverge"
                        : networks == 1
                                ? "solid: perturbed (E blue, I orange)"
                                : "solid: perturbed (E blue, I orange), with the band of 90 % of further networks",
                order.size() < session.neurons().size()
                        ? "; %s of %s neurons%s"
                                .formatted(
                                        order.size(),
                                        session.neurons().size(),
                                        diverges ? "" : ", those that change most")
                        : "",
                picture.millis(),
                rested ? " with selectivity" : ""));
    }

    private void grow(int wanted) {
        while (charts.size() < wanted) {
            ChartPane chart = new ChartPane("perturb-psth-" + charts.size());
            chart.setPrefSize(CHART_WIDTH, CHART_HEIGHT);
            charts.add(chart);
        }
        List<ChartPane> used = charts.subList(0, wanted);
        if (!wall.getChildren().equals(used)) {
            wall.getChildren().setAll(used);
        }
    }

    private static void show(Label label, boolean visible) {
        label.setVisible(visible);
        label.setManaged(visible);
    }

    private static String words(Statistic s) {
        String value = Double.isNaN(s.value()) ? "-" : String.format(Locale.ROOT, "%.3g", s.value());
        String spread = Double.isNaN(s.uncertainty().low())
                ? ""
                : String.format(
                        Locale.ROOT,
                        " (%.3g to %.3g)",
                        s.uncertainty().low(),
                        s.uncertainty().high());
        return StatisticText.of(s.name()) + " " + value + (s.unit().isEmpty() ? "" : " " + s.unit()) + spread;
    }
}
