package org.dalescope.app.ui.fit;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.dalescope.app.chart.ChartTheme;
import org.dalescope.app.chart.Figure;
import org.dalescope.app.chart.fit.CircuitFigures;
import org.dalescope.app.ui.control.FigurePane;
import org.dalescope.app.ui.run.RunSnapshot;
import org.dalescope.model.run.store.RunFolder;

/**
 * The image panels of the fit view: weights and single trials of the shown epoch. They change only with the epochs that
 * were kept.
 */
final class CircuitPanels {
    private final FigurePane weights = new FigurePane("scope-weights");
    private final FigurePane dataTrials = new FigurePane("scope-trials-data");
    private final FigurePane modelTrials = new FigurePane("scope-trials-model");
    private static final int NO_UNIT = -1;
    private final Map<FigurePane, Key> drawn = new HashMap<>();

    /** The data from which a figure was drawn. */
    private record Key(RunFolder run, int epoch, int unit, ChartTheme theme) {}

    FigurePane weights() {
        return weights;
    }

    FigurePane dataTrials() {
        return dataTrials;
    }

    FigurePane modelTrials() {
        return modelTrials;
    }

    /**
     * Draws the recurrent weights.
     *
     * @param neuron the selected neuron, whose row and column are framed
     */
    void drawWeights(RunSnapshot run, Optional<Integer> neuron, ChartTheme theme) {
        run.epochView()
                .filter(view -> view.units() > 0)
                .ifPresentOrElse(
                        view -> {
                            Optional<Integer> unit = neuron.map(id ->
                                            run.views().unitNames(view.units()).indexOf("n" + id))
                                    .filter(place -> place >= 0);
                            draw(
                                    weights,
                                    new Key(run.folder(), view.epoch(), unit.orElse(NO_UNIT), theme),
                                    look -> CircuitFigures.weights(
                                            view, run.views().unitTypes(view.units()), unit, look));
                        },
                        () -> nothing(weights, run, "Recurrent weights", theme));
    }

    void drawDataTrials(RunSnapshot run, ChartTheme theme) {
        if (run.views().trials().rates().isEmpty()) {
            nothing(dataTrials, run, "Single trials, data", theme);
        } else {
            draw(
                    dataTrials,
                    new Key(run.folder(), 0, NO_UNIT, theme),
                    look -> CircuitFigures.dataTrials(run.views(), look));
        }
    }

    void drawModelTrials(RunSnapshot run, ChartTheme theme) {
        run.epochView()
                .filter(view -> view.population().length > 0)
                .ifPresentOrElse(
                        view -> draw(
                                modelTrials,
                                new Key(run.folder(), view.epoch(), NO_UNIT, theme),
                                look -> CircuitFigures.modelTrials(run.views(), view, look)),
                        () -> nothing(modelTrials, run, "Single trials, model", theme));
    }

    private void nothing(FigurePane pane, RunSnapshot run, String title, ChartTheme theme) {
        String why = run.isLive() ? "after the first epoch" : "not saved by this run";
        draw(pane, new Key(run.folder(), -1, NO_UNIT, theme), look -> CircuitFigures.nothing(title + ": " + why, look));
    }

    private void draw(FigurePane pane, Key key, Function<ChartTheme, Figure> figure) {
        if (!key.equals(drawn.put(pane, key))) {
            pane.show(figure.apply(key.theme()), () -> figure.apply(ChartTheme.light()));
        }
    }
}
