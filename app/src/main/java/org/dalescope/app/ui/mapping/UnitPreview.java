package org.dalescope.app.ui.mapping;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;
import org.dalescope.app.chart.ChartTheme;
import org.dalescope.app.ui.session.NeuronCharts;
import org.dalescope.app.ui.task.LatestTask;
import org.dalescope.model.session.Neuron;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.split.Condition;
import org.dalescope.model.settings.Configuration;

/**
 * The PSTH and the raster of one neuron of the session that the mapping gives, in which a wrong event at time zero is
 * seen. It shows the neuron with the most spikes first.
 */
final class UnitPreview extends BorderPane {
    private static final int MOST_BINS = 5000;

    private final ComboBox<Neuron> neurons = new ComboBox<>();
    private final NeuronCharts charts;
    private final Supplier<ChartTheme> theme;
    private Optional<Session> session = Optional.empty();

    UnitPreview(LatestTask work, Supplier<ChartTheme> theme) {
        this.charts = new NeuronCharts("preview", work);
        this.theme = theme;
        setId("map-unit");
        Label label = new Label("Neuron");
        label.setLabelFor(neurons);
        neurons.setId("map-neuron");
        neurons.setAccessibleText("Neuron of the preview");
        neurons.setConverter(new NeuronText());
        neurons.valueProperty().subscribe(neuron -> draw());
        HBox line = new HBox(label, neurons);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().addAll("control-row", "table-head");
        setTop(line);
        setCenter(charts);
        setVisible(false);
    }

    /** Shows another session and keeps the neuron if the session has it. */
    void show(Optional<Session> newest) {
        session = newest;
        setVisible(newest.isPresent());
        newest.ifPresent(open -> {
            Neuron before = neurons.getValue();
            neurons.setItems(FXCollections.observableArrayList(open.neurons()));
            neurons.setValue(open.neurons().stream()
                    .filter(neuron -> before != null && neuron.id() == before.id())
                    .findFirst()
                    .orElseGet(() -> busiest(open)));
            draw();
        });
    }

    /** Draws in the current theme. */
    void draw() {
        Neuron chosen = neurons.getValue();
        if (session.isEmpty() || chosen == null) {
            return;
        }
        Session open = session.get();
        int neuron = open.neurons().indexOf(chosen);
        charts.show(
                open,
                open.mask(Configuration.defaults().data().maskOrigin()),
                neuron,
                () -> List.of(new Condition("all trials", open.trialIds())),
                theme.get());
    }

    private static Neuron busiest(Session open) {
        int neurons = open.neurons().size();
        double[] sums = new double[neurons];
        float[] rates = open.rates();
        // A part of the bins is enough to find a neuron that fires, and it is quick on the window's thread.
        int step = Math.max(1, rates.length / neurons / MOST_BINS);
        for (int bin = 0; bin < rates.length / neurons; bin += step) {
            for (int neuron = 0; neuron < neurons; neuron++) {
                sums[neuron] += rates[bin * neurons + neuron];
            }
        }
        int best = 0;
        for (int i = 1; i < sums.length; i++) {
            best = sums[i] > sums[best] ? i : best;
        }
        return open.neurons().get(best);
    }

    /** The id and the type of a neuron. */
    private static final class NeuronText extends StringConverter<Neuron> {
        @Override
        public String toString(Neuron neuron) {
            return neuron == null
                    ? ""
                    : "n" + neuron.id() + "  " + neuron.type().letter();
        }

        @Override
        public Neuron fromString(String text) {
            throw new UnsupportedOperationException("the list is not editable");
        }
    }
}
