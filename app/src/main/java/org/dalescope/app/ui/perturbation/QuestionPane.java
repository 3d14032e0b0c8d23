package org.dalescope.app.ui.perturbation;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.RangeSlider;
import org.dalescope.model.session.Channel;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.TimeAxis;
import org.dalescope.model.session.TimeWindow;

/**
 * The pane of the perturbation view in which the user chooses the interventions on the networks and their time window.
 */
final class QuestionPane extends VBox {
    private final PerturbationViewModel model;
    private final VBox clauses = new VBox();
    private final FlowPane add = new FlowPane();
    private final RangeSlider window = new RangeSlider(0, 1, 0, 1);
    private final Label windowText = new Label();
    private final CheckBox seeds = new CheckBox("All seeds");
    private final List<InterventionRow> rows = new ArrayList<>();
    private List<String> sets = List.of();
    private List<String> channels = List.of();
    private double binMs = 1;
    private boolean filling;

    QuestionPane(PerturbationViewModel model) {
        super();
        this.model = model;
        getStyleClass().addAll("page", "question");
        Label what = new Label("Interventions");
        Label when = new Label("Time window");
        for (Label heading : List.of(what, when)) {
            heading.getStyleClass().add(Styles.TEXT_BOLD);
        }
        seeds.setId("perturb-all-seeds");
        seeds.selectedProperty().bindBidirectional(model.allSeedsProperty());
        clauses.getStyleClass().add("question");
        add.getStyleClass().add("control-row");
        for (InterventionForm.Verb verb : InterventionForm.Verb.values()) {
            Button button = new Button("+ " + verb.title());
            button.setMnemonicParsing(false);
            button.setId("add-" + verb.title());
            button.getStyleClass().add(Styles.SMALL);
            button.setOnAction(event -> add(verb));
            add.getChildren().add(button);
        }
        window.setId("perturb-window");
        window.setAccessibleText("window in ms");
        window.lowValueProperty().subscribe(value -> changed());
        window.highValueProperty().subscribe(value -> changed());
        window.lowValueChangingProperty().subscribe(value -> changed());
        window.highValueChangingProperty().subscribe(value -> changed());
        // Used until a session gives the length of a trial.
        window.setDisable(true);
        windowText.setId("perturb-window-text");
        getChildren().addAll(seeds, what, clauses, add, when, window, windowText);
    }

    /** Fills the choices for the networks' session; the initial intervention silences a third of the I units. */
    void show(Session session) {
        filling = true;
        int count = model.seeds().size();
        seeds.setText(count > 1 ? "All %s seeds of this arm".formatted(count) : "All seeds (this run is the only one)");
        seeds.setDisable(count < 2);
        sets = Stream.concat(
                        Stream.of("E", "I", "recorded", "hidden", "all", "E&hidden", "I&hidden"),
                        Stream.concat(
                                IntStream.rangeClosed(1, 4).mapToObj(q -> "in-degree:" + q),
                                session.neurons().stream().map(n -> "ids:" + n.id())))
                .toList();
        channels = session.channels().stream().map(Channel::name).toList();
        TimeAxis time = session.time();
        binMs = time.binMs();
        double first = time.centreMs(0) - binMs / 2;
        double last = time.centreMs(time.bins() - 1) + binMs / 2;
        window.setMin(first);
        window.setMax(last);
        window.setHighValue(last);
        window.setLowValue(first);
        window.setBlockIncrement(binMs);
        window.setDisable(false);
        if (rows.isEmpty()) {
            add(InterventionForm.Verb.SILENCE);
        }
        filling = false;
        changed();
    }

    private void add(InterventionForm.Verb verb) {
        InterventionForm first = InterventionForm.first(verb, channels.isEmpty() ? "" : channels.getFirst());
        InterventionRow row = new InterventionRow(first, sets, channels, this::changed, this::remove);
        rows.add(row);
        clauses.getChildren().add(row);
        changed();
    }

    private void remove(InterventionRow row) {
        rows.remove(row);
        clauses.getChildren().remove(row);
        changed();
    }

    private void changed() {
        if (filling) {
            return;
        }
        TimeWindow when = when();
        applyWindow(when);
        windowText.setText(
                when.equals(TimeWindow.WHOLE)
                        ? "the whole trial"
                        : String.format(Locale.ROOT, "%.0f to %.0f ms", when.fromMs(), when.toMs()));
        model.request(rows.stream().map(InterventionRow::clause).toList(), when);
    }

    /** Sets the slider to the time window of the text, unless the user drags it. */
    private void applyWindow(TimeWindow when) {
        if (window.isLowValueChanging() || window.isHighValueChanging()) {
            return;
        }
        boolean isWhole = when.equals(TimeWindow.WHOLE);
        filling = true;
        window.setHighValue(isWhole ? window.getMax() : when.toMs());
        window.setLowValue(isWhole ? window.getMin() : when.fromMs());
        filling = false;
    }

    /**
     * The time window, on the edges of bins and at least one bin wide; the ends of the slider are the ends of the
     * trial.
     */
    private TimeWindow when() {
        double from = onEdge(window.getLowValue());
        double to = Math.max(onEdge(window.getHighValue()), from + binMs);
        if (from <= window.getMin() && to >= window.getMax()) {
            return TimeWindow.WHOLE;
        }
        return new TimeWindow(Math.min(from, window.getMax() - binMs), to);
    }

    private double onEdge(double ms) {
        return window.getMin() + Math.round((ms - window.getMin()) / binMs) * binMs;
    }
}
