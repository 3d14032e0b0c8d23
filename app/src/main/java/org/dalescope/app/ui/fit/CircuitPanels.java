package org.dalescope.app.ui.fit;

import java.util.HashMap;
import java.util.Map;
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
    private final Map<FigurePane, Key> drawn = new HashMap<>();

    /** The data from which a figure was drawn. */
    private record Key(RunFolder run, int epoch, ChartTheme theme) {}

    FigurePane weights() {
        return weights;
    }

    FigurePane dataTrials() {
        return dataTrials;
    }

    FigurePane modelTrials() {
        return modelTrials;
    }

    void drawWeights(RunSnapshot run, ChartTheme theme) {
        run.epochView()
                .filter(view -> view.units() > 0)
                .ifPresentOrElse(
                        view -> draw(
                                weights,
                                new Key(run.folder(), view.epoch(), theme),
                                look -> CircuitFigures.weights(view, run.views().unitTypes(view.units()), look)),
                        () -> nothing(weights, run, "Recurrent weights", theme));
    }

    void drawDataTrials(RunSnapshot run, ChartTheme theme) {
        if (run.views().trials().rates().isEmpty()) {
            nothing(dataTrials, run, "Single trials, data", theme);
        } else {
            draw(dataTrials, new Key(run.folder(), 0, theme), look -> CircuitFigures.dataTrials(run.views(), look));
        }
    }

    void drawModelTrials(RunSnapshot run, ChartTheme theme) {
        run.epochView()
                .filter(view -> view.population().length > 0)
                .ifPresentOrElse(
                        view -> draw(
                                modelTrials,
                                new Key(run.folder(), view.epoch(), theme),
                                look -> CircuitFigures.modelTrials(run.views(), view, look)),
                        () -> nothing(modelTrials, run, "Single trials, model", theme));
    }

    private void nothing(FigurePane pane, RunSnapshot run, String title, ChartTheme theme) {
        String why = run.isLive() ? "after the first epoch" : "not saved by this run";
        draw(pane, new Key(run.folder(), -1, theme), look -> CircuitFigures.nothing(title + ": " + why, look));
    }

    private void draw(FigurePane pane, Key key, Function<ChartTheme, Figure> figure) {
        if (!key.equals(drawn.put(pane, key))) {
            pane.show(figure.apply(key.theme()), () -> figure.apply(ChartTheme.light()));
        }
    }
}
