package org.dalescope.app.window.analysis;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.dalescope.app.chart.analysis.AnalysisCharts;
import org.dalescope.app.chart.analysis.Choice;
import org.dalescope.app.words.Words;
import org.dalescope.model.analysis.AnalysisKind;
import org.dalescope.model.split.Partition;

/** What the chosen analysis is, of which runs and trials, and what its charts let choose. */
final class AnalysisHead extends VBox {
    private final AnalysesViewModel model;
    private final Runnable redraw;
    private final Label title = new Label();
    private final Label about = new Label();
    private final FlowPane choices = new FlowPane();
    private final HBox partition;
    private List<Choice> offered = List.of();

    /**
     * The head.
     *
     * @param redraw draws the charts anew after something was chosen
     */
    AnalysisHead(AnalysesViewModel model, Runnable redraw) {
        super();
        this.model = model;
        this.redraw = redraw;
        this.partition = labelled(Words.of("analysis.trials"), partitions());
        title.setId("analysis-title");
        title.getStyleClass().add(Styles.TITLE_4);
        about.setId("analysis-about");
        about.setWrapText(true);
        about.setMinHeight(USE_PREF_SIZE);
        about.getStyleClass().add(Styles.TEXT_MUTED);
        choices.getStyleClass().add("control-row");
        getStyleClass().add("scope-head");
        getChildren().setAll(title, about, choices);
        model.kind().subscribe(kind -> show());
    }

    /** Shows what holds now. */
    void show() {
        AnalysisKind kind = model.kind().get();
        title.setText(KindList.title(kind));
        int seeds = model.seeds().size();
        about.setText(kind.help()
                + (seeds > 1
                        ? " " + Words.of("analysis.of-seeds-of-this", seeds)
                        : " " + Words.of("analysis.of-this-run")));
        List<Choice> now = model.state().get() instanceof AnalysisState.Done(var result)
                ? AnalysisCharts.choices(kind, result)
                : List.of();
        if (!now.equals(offered) || choices.getChildren().isEmpty()) {
            offered = now;
            choices.getChildren().setAll(partition);
            now.forEach(choice -> choices.getChildren().add(labelled(title(choice), box(kind, choice))));
        }
    }

    private static String title(Choice choice) {
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
        box.valueProperty().bindBidirectional(model.partition());
        return box;
    }

    private ComboBox<String> box(AnalysisKind kind, Choice choice) {
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

    private static HBox labelled(String words, Node control) {
        Label label = new Label(words);
        label.setMinWidth(USE_PREF_SIZE);
        label.setLabelFor(control);
        HBox row = new HBox(label, control);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("control-row");
        return row;
    }
}
