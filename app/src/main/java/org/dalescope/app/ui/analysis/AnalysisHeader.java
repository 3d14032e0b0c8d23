package org.dalescope.app.ui.analysis;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.dalescope.app.chart.analysis.AnalysisCharts;
import org.dalescope.app.chart.analysis.ChartChoice;
import org.dalescope.app.ui.control.LabelledRow;
import org.dalescope.model.analysis.catalogue.AnalysisKind;
import org.dalescope.model.session.split.Partition;

/**
 * The header of the analyses view: the description of the chosen analysis, its runs and trials, and the choices for its
 * charts.
 */
final class AnalysisHeader extends VBox {
    private final AnalysesViewModel model;
    private final Runnable redraw;
    private final Label title = new Label();
    private final Label about = new Label();
    private final FlowPane choices = new FlowPane();
    private final HBox partition;
    private List<ChartChoice> offered = List.of();

    /**
     * A header of the chosen analysis.
     *
     * @param redraw draws the charts again after a choice
     */
    AnalysisHeader(AnalysesViewModel model, Runnable redraw) {
        super();
        this.model = model;
        this.redraw = redraw;
        this.partition = LabelledRow.of("Trials", partitions());
        title.setId("analysis-title");
        title.getStyleClass().add(Styles.TITLE_4);
        about.setId("analysis-about");
        about.setWrapText(true);
        about.setMinHeight(USE_PREF_SIZE);
        about.getStyleClass().add(Styles.TEXT_MUTED);
        choices.getStyleClass().add("control-row");
        getStyleClass().add("scope-head");
        getChildren().setAll(title, about, choices);
        model.kindProperty().subscribe(kind -> show());
    }

    /** Shows the current state. */
    void show() {
        AnalysisKind kind = model.kindProperty().get();
        title.setText(AnalysisList.title(kind));
        int seeds = model.seeds().size();
        about.setText(kind.help() + (seeds > 1 ? " Of %s seeds of this arm.".formatted(seeds) : " Of this run."));
        List<ChartChoice> now = model.stateProperty().get() instanceof AnalysisState.Done(var result)
                ? AnalysisCharts.choices(kind, result)
                : List.of();
        if (!now.equals(offered) || choices.getChildren().isEmpty()) {
            offered = now;
            choices.getChildren().setAll(partition);
            now.forEach(choice -> choices.getChildren().add(LabelledRow.of(title(choice), box(kind, choice))));
        }
    }

    private static String title(ChartChoice choice) {
        return Character.toUpperCase(choice.name().charAt(0)) + choice.name().substring(1);
    }

    private ComboBox<Partition> partitions() {
        ComboBox<Partition> box = new ComboBox<>();
        box.setId("analysis-partition");
        box.getItems().setAll(Partition.VALIDATION, Partition.TRAIN, Partition.TEST);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(Partition part) {
                return part.key();
            }

            @Override
            public Partition fromString(String key) {
                return Partition.valueOf(key);
            }
        });
        box.valueProperty().bindBidirectional(model.partitionProperty());
        return box;
    }

    private ComboBox<String> box(AnalysisKind kind, ChartChoice choice) {
        ComboBox<String> box = new ComboBox<>();
        box.setId("analysis-choice-" + choice.name().replace(' ', '-'));
        box.getItems().setAll(choice.options());
        box.setValue(model.chosen(kind).of(choice));
        box.valueProperty().addListener((all, before, option) -> {
            model.choose(kind, choice.name(), option);
            redraw.run();
        });
        return box;
    }
}
