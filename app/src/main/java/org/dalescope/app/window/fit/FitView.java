package org.dalescope.app.window.fit;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.dalescope.app.chart.ChartTheme;
import org.dalescope.app.chart.Ghost;
import org.dalescope.app.window.run.RunPicture;
import org.dalescope.app.window.run.RunView;
import org.dalescope.app.window.theme.ChartPane;
import org.dalescope.app.window.theme.Narrow;

/** The scope: four charts over epochs under a line of numbers. */
public final class FitView extends StackPane implements RunView {
    private static final double MOST_SMOOTHING = 0.98;
    private final FitViewModel model = new FitViewModel();
    private final Label headline = new Label();
    private final Label details = new Label();
    private final Label warnings = new Label();
    private final ChartPane losses = new ChartPane("losses");
    private final ChartPane score = new ChartPane("score");
    private final ChartPane tau = new ChartPane("fit-tau");
    private final ChartPane gradients = new ChartPane("gradients");
    private final List<ChartPane> charts = List.of(losses, score, tau, gradients);
    private final Label cursor = new Label();
    private Optional<RunPicture> shown = Optional.empty();
    private final Node empty;
    private final BorderPane content = new BorderPane();

    /**
     * The scope.
     *
     * @param ghost the run that lies behind the one on show
     * @param redraw asks the window to show the run on show again
     */
    public FitView(Node empty, ObservableValue<Optional<Ghost>> ghost, Runnable redraw) {
        this.empty = empty;
        headline.setId("headline");
        headline.getStyleClass().add(Styles.TITLE_4);
        headline.setWrapText(true);
        details.setId("fit-details");
        details.setWrapText(true);
        details.getStyleClass().add(Styles.TEXT_MUTED);
        warnings.setId("run-warnings");
        warnings.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.WARNING);
        cursor.setId("fit-cursor");
        cursor.getStyleClass().add(Styles.TEXT_MUTED);
        for (ChartPane chart : charts) {
            if (chart != score) {
                chart.cursor().bindBidirectional(score.cursor());
            }
        }
        score.cursor().subscribe(epoch -> readOut());
        VBox top = new VBox(headline, details, warnings, controls());
        top.getStyleClass().add("scope-head");
        content.setTop(top);
        content.setCenter(charts());
        model.ghost().bind(ghost);
        model.ghost().subscribe(redraw);
        model.logarithmic().subscribe(redraw);
        model.smoothing().subscribe(redraw);
        getChildren().setAll(empty);
    }

    @Override
    public void show(RunPicture run, ChartTheme theme) {
        getChildren().setAll(content);
        headline.setText(FitViewModel.headline(run));
        details.setText(FitViewModel.details(run));
        showWarnings(FitViewModel.warnings(run));
        losses.show(model.losses(run, theme), theme);
        score.show(model.score(run, theme), theme);
        tau.show(model.tau(run, theme), theme);
        gradients.show(model.gradients(run, theme), theme);
        shown = Optional.of(run);
        String command = FitViewModel.command(run);
        charts.forEach(chart -> chart.command(command));
        readOut();
    }

    /** The numbers of the epoch under the mouse. */
    private void readOut() {
        double epoch = score.cursor().get();
        cursor.setText(shown.map(run -> FitViewModel.at(run, epoch)).orElse(""));
    }

    @Override
    public void showNone() {
        getChildren().setAll(empty);
    }

    /** In one line, with all of it in the tooltip, so that the charts keep their height. */
    private void showWarnings(String text) {
        warnings.setText(text);
        warnings.setTooltip(text.isEmpty() ? null : new Tooltip(text));
        warnings.setVisible(!text.isEmpty());
        warnings.setManaged(!text.isEmpty());
    }

    private FlowPane controls() {
        CheckBox log = new CheckBox("Logarithmic losses");
        log.setId("logarithmic");
        log.selectedProperty().bindBidirectional(model.logarithmic());
        Slider slider = new Slider(0, MOST_SMOOTHING, model.smoothing().get());
        slider.setId("smoothing");
        slider.valueProperty().bindBidirectional(model.smoothing());
        Label label = new Label("Smoothing");
        label.setLabelFor(slider);
        Label factor = new Label();
        factor.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> String.format(
                                Locale.ROOT, "%.2f", model.smoothing().get()),
                        model.smoothing()));
        HBox smoothing = new HBox(label, slider, factor);
        smoothing.setAlignment(Pos.CENTER_LEFT);
        smoothing.getStyleClass().add("control-row");
        FlowPane controls = new FlowPane(log, smoothing, cursor);
        controls.getStyleClass().add("control-row");
        return controls;
    }

    /** Two by two, or one below the other where the window is narrow. */
    private SplitPane charts() {
        SplitPane upper = new SplitPane(losses, score);
        SplitPane lower = new SplitPane(tau, gradients);
        upper.setDividerPositions(0.5);
        lower.setDividerPositions(0.5);
        Narrow.stack(upper);
        Narrow.stack(lower);
        SplitPane all = new SplitPane(upper, lower);
        all.setOrientation(Orientation.VERTICAL);
        all.setDividerPositions(0.53);
        return all;
    }
}
