package org.dalescope.app.ui.psth;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.dalescope.app.chart.ChartTheme;
import org.dalescope.app.chart.fit.NeuronFit;
import org.dalescope.app.chart.fit.PsthChart;
import org.dalescope.app.ui.run.NeuronSelection;
import org.dalescope.app.ui.run.RunSnapshot;
import org.dalescope.model.run.store.RunViews;
import org.dalescope.model.session.NeuronType;

/** The view model of the view of PSTHs: the shown conditions, and which neurons are shown in which order and size. */
public final class PsthViewModel {
    static final double LEAST_WIDTH = 100;
    static final double MOST_WIDTH = 420;
    private static final double DEFAULT_WIDTH = 190;

    private final ObservableList<String> conditions = FXCollections.observableArrayList();
    private final IntegerProperty condition = new SimpleIntegerProperty(0);
    private final ObservableList<Integer> overlaid = FXCollections.observableArrayList();
    private final BooleanBinding full = Bindings.size(overlaid).greaterThanOrEqualTo(ChartTheme.HUES - 1);
    private final ObjectProperty<NeuronOrder> order = new SimpleObjectProperty<>(NeuronOrder.WORST);
    private final ObjectProperty<Optional<NeuronType>> type = new SimpleObjectProperty<>(Optional.empty());
    private final BooleanProperty raw = new SimpleBooleanProperty(true);
    private final DoubleProperty width = new SimpleDoubleProperty(DEFAULT_WIDTH);
    private Optional<Fixed> fixed = Optional.empty();

    /** The order in which a run's neurons stay while it is fitted. */
    private record Fixed(Path run, NeuronOrder order, List<Integer> ids) {}

    /** The names of the conditions, "all trials" first. */
    public ObservableList<String> conditions() {
        return conditions;
    }

    /** The index of the shown condition. */
    public IntegerProperty conditionProperty() {
        return condition;
    }

    /** The indices of the conditions that are drawn over the shown one, at most three. */
    ObservableList<Integer> overlaid() {
        return overlaid;
    }

    /** Whether no further condition has a hue left. */
    BooleanBinding full() {
        return full;
    }

    ObjectProperty<NeuronOrder> orderProperty() {
        return order;
    }

    /** The type of the shown neurons; empty for all. */
    ObjectProperty<Optional<NeuronType>> typeProperty() {
        return type;
    }

    /** Whether the raw bins are drawn behind what is scored. */
    BooleanProperty rawProperty() {
        return raw;
    }

    /** The least width of a chart, px. */
    DoubleProperty widthProperty() {
        return width;
    }

    /** Shows the conditions of a run; the choice is kept if the conditions are the same. */
    public void show(RunSnapshot run) {
        if (!conditions.equals(run.views().conditions())) {
            // The conditions change first, because listeners of the overlay read them.
            conditions.setAll(run.views().conditions());
            condition.set(0);
            overlaid.clear();
        }
    }

    /** The data and model of the shown conditions. */
    public List<PsthChart.Condition> sources(RunSnapshot run) {
        RunViews views = run.views();
        return Stream.concat(Stream.of(condition.get()), overlaid.stream().filter(k -> k != condition.get()))
                .map(k -> Math.clamp(k, 0, views.data().size() - 1))
                .distinct()
                .map(k -> new PsthChart.Condition(views.conditions().get(k), source(views, k)))
                .toList();
    }

    /** The data and model over all validation trials. */
    public static List<PsthChart.Condition> allTrials(RunSnapshot run) {
        return List.of(new PsthChart.Condition("all trials", source(run.views(), 0)));
    }

    private static PsthChart.Source source(RunViews views, int chosen) {
        double[] model = chosen < views.model().size() ? views.model().get(chosen) : new double[0];
        return new PsthChart.Source(views.timeMs(), views.data().get(chosen), model);
    }

    /**
     * The shown neurons of a type: the pinned ones, then the others, each in the chosen order. While a fit runs, they
     * stay where they are, so that a chart does not leave while somebody reads it.
     */
    public List<NeuronFit> ordered(RunSnapshot run, NeuronType own, NeuronSelection neurons) {
        if (type.get().filter(wanted -> wanted != own).isPresent()) {
            return List.of();
        }
        List<NeuronFit> all =
                inOrder(run).stream().filter(neuron -> neuron.type() == own).toList();
        return Stream.concat(
                        all.stream().filter(n -> neurons.isPinned(n.id())),
                        all.stream().filter(n -> !neurons.isPinned(n.id())))
                .toList();
    }

    private List<NeuronFit> inOrder(RunSnapshot run) {
        Path folder = run.folder().folder();
        List<Integer> kept = fixed.filter(
                        before -> run.isLive() && before.run().equals(folder) && before.order() == order.get())
                .map(Fixed::ids)
                .orElseGet(() -> order
                        .get()
                        .of(run.neurons(), allTrials(run).getFirst().source())
                        .stream()
                        .map(NeuronFit::id)
                        .toList());
        // Before the first epoch no neuron has a score, so the order is not worth keeping.
        fixed = run.history().isEmpty() ? Optional.empty() : Optional.of(new Fixed(folder, order.get(), kept));
        Map<Integer, NeuronFit> byId =
                run.neurons().stream().collect(Collectors.toMap(NeuronFit::id, Function.identity()));
        return kept.stream()
                .flatMap(id -> Optional.ofNullable(byId.get(id)).stream())
                .toList();
    }

    /** The indices of conditions that can be drawn over the shown one. */
    List<Integer> others() {
        return IntStream.range(0, conditions.size())
                .filter(k -> k != condition.get())
                .boxed()
                .toList();
    }

    /** The same in one line. */
    public static String brief(boolean hasHues) {
        return hasHues
                ? "As scored: data thin, model strong. Bars: r with its ceiling, R\u00b2 (red below 0)."
                : "As scored: data grey, model in the colour of its type. Bars: r with its ceiling, R\u00b2 (red below 0).";
    }

    /**
     * A sentence that explains what is shown.
     *
     * @param hasHues whether several conditions are drawn over each other, each in its own hue
     */
    public static String caption(RunSnapshot run, boolean hasHues) {
        String own = run.isLive()
                ? "model at epoch %s".formatted(run.history().size())
                : "model of the best epoch, %s".formatted(run.bestEpoch());
        String model = run.history().isEmpty()
                ? "no model yet"
                : run.chosen()
                        .flatMap(epoch -> run.epochView())
                        .map(view -> "model at epoch %s".formatted(view.epoch()))
                        .orElse(own);
        String colours = hasHues
                ? "data (thin, with standard error) and %s (strong), each condition in its own hue"
                : "data (grey, with standard error) and %s (E blue, I orange)";
        return ("Validation trials: " + colours + ", as they are scored:"
                        + " smoothed with sigma 25 ms, in bins with at least 10 trials. The bars are r with its"
                        + " split-half ceiling, and R\u00b2 (red below 0), over all trials. r ignores size; R\u00b2 does"
                        + " not.")
                .formatted(model);
    }
}
