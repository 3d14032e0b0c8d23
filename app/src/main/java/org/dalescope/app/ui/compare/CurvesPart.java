package org.dalescope.app.ui.compare;

import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import org.dalescope.app.chart.ChartTheme;
import org.dalescope.app.chart.comparison.ComparisonCurves;
import org.dalescope.app.ui.control.ChartPane;
import org.dalescope.app.ui.control.LabelledRow;
import org.dalescope.app.ui.control.WrappingPanes;

/** The part of the compare view that draws the learning curves of the runs over each other. */
final class CurvesPart implements ComparePart {
    private final ChartPane score = new ChartPane("compare-score");
    private final ChartPane loss = new ChartPane("compare-loss");
    private final CheckBox logarithmic = new CheckBox("Logarithmic loss");
    private final Tab tab;

    CurvesPart(CompareViewModel model, Runnable redraw) {
        logarithmic.setId("compare-log");
        logarithmic.setSelected(true);
        logarithmic.setOnAction(event -> redraw.run());
        ComboBox<RunGrouping> grouping = new ComboBox<>();
        grouping.setId("compare-grouping");
        grouping.getItems().setAll(RunGrouping.values());
        grouping.valueProperty().bindBidirectional(model.groupingProperty());
        FlowPane controls = new FlowPane(LabelledRow.of("Curves", grouping), logarithmic);
        controls.getStyleClass().addAll("control-row", "table-head");
        loss.crosshairProperty().bindBidirectional(score.crosshairProperty());
        SplitPane charts = new SplitPane(score, loss);
        charts.setDividerPositions(0.5);
        WrappingPanes.stack(charts);
        BorderPane content = new BorderPane(charts);
        content.setTop(controls);
        this.tab = new Tab("Curves", content);
    }

    @Override
    public Tab tab() {
        return tab;
    }

    @Override
    public void show(RunComparison comparison, ChartTheme theme) {
        var curves = comparison.curves();
        score.show(ComparisonCurves.scores(curves, theme), theme);
        loss.show(ComparisonCurves.losses(curves, logarithmic.isSelected(), theme), theme);
    }
}
