package org.dalescope.app.ui.psth;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.shape.Rectangle;
import org.dalescope.app.chart.ChartTheme;
import org.dalescope.app.chart.fit.PsthChart;
import org.dalescope.app.ui.control.WindowColour;

/** Names the hues of conditions that are drawn over each other; one condition alone needs none. */
final class HueLegend extends FlowPane {
    private static final double LENGTH = 18;
    private static final double WIDTH = 3;

    HueLegend() {
        setId("psth-hues");
        getStyleClass().add("control-row");
    }

    void show(List<PsthChart.Condition> conditions, ChartTheme theme) {
        List<Node> names = new ArrayList<>();
        for (int k = 0; k < conditions.size() && conditions.size() > 1; k++) {
            Label name = new Label(conditions.get(k).name());
            name.setGraphic(new Rectangle(LENGTH, WIDTH, WindowColour.of(theme.hue(k))));
            names.add(name);
        }
        getChildren().setAll(names);
        setManaged(!names.isEmpty());
    }
}
