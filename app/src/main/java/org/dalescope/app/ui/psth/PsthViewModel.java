package org.dalescope.app.ui.psth;

import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.dalescope.app.chart.fit.NeuronFit;
import org.dalescope.app.chart.fit.PsthChart;
import org.dalescope.app.ui.run.NeuronSelection;
import org.dalescope.app.ui.run.RunSnapshot;
import org.dalescope.model.run.store.RunViews;
import org.dalescope.model.session.NeuronType;

/** The view model of the view of PSTHs: the shown condition and the order of the neurons. */
public final class PsthViewModel {
    private final ObservableList<String> conditions = FXCollections.observableArrayList();
    private final IntegerProperty condition = new SimpleIntegerProperty(0);

    /** The names of the conditions, "all trials" first. */
    public ObservableList<String> conditions() {
        return conditions;
    }

    /** The index of the shown condition. */
    public IntegerProperty conditionProperty() {
        return condition;
    }

    /** Shows the conditions of a run; the choice is kept if the conditions are the same. */
    public void show(RunSnapshot run) {
        if (!conditions.equals(run.views().conditions())) {
            conditions.setAll(run.views().conditions());
            condition.set(0);
        }
    }

    /** The data and model of the chosen condition. */
    public PsthChart.Source source(RunSnapshot run) {
        return source(
                run.views(), Math.clamp(condition.get(), 0, run.views().data().size() - 1));
    }

    /** The data and model over all validation trials. */
    public static PsthChart.Source allTrials(RunSnapshot run) {
        return source(run.views(), 0);
    }

    private static PsthChart.Source source(RunViews views, int chosen) {
        double[] model = chosen < views.model().size() ? views.model().get(chosen) : new double[0];
        return new PsthChart.Source(views.timeMs(), views.data().get(chosen), model);
    }

    /** The neurons of a class: the pinned ones, then the others, each worst first by r / ceiling. */
    public static List<NeuronFit> ordered(RunSnapshot run, NeuronType type, NeuronSelection neurons) {
        List<NeuronFit> all = NeuronFit.worstFirst(run.neurons(), type);
        return Stream.concat(
                        all.stream().filter(n -> neurons.isPinned(n.id())),
                        all.stream().filter(n -> !neurons.isPinned(n.id())))
                .toList();
    }

    /** A sentence that explains what is shown. */
    public static String caption(RunSnapshot run) {
        String own = run.isLive()
                ? "model at epoch %s".formatted(run.history().size())
                : "model of the best epoch, %s".formatted(run.bestEpoch());
        String model = run.history().isEmpty()
                ? "no model yet"
                : run.chosen()
                        .flatMap(epoch -> run.epochView())
                        .map(view -> "model at epoch %s".formatted(view.epoch()))
                        .orElse(own);
        return ("Validation trials: data (grey, with standard error) and %s (E blue, I orange), as they are scored:"
                        + " smoothed with sigma 25 ms, in bins with at least 10 trials; raw bins are pale. Worst first"
                        + " by r / its split-half ceiling, over all trials. r ignores size; R\u00b2 does not.")
                .formatted(model);
    }
}
