package org.dalescope.app.report;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.dalescope.app.chart.ChartTheme;
import org.dalescope.app.chart.Figure;
import org.dalescope.app.chart.file.FigureFiles;
import org.dalescope.app.chart.fit.RunFigures;
import org.dalescope.app.chart.fit.ScoreChart;
import org.dalescope.model.scoring.Scoring.Ceilings;
import org.dalescope.model.training.EpochSnapshot;

/** Loads fonts and drawing code in the second half of a fit, so that its figures follow its scores sooner. */
public final class DrawingWarmUp {
    private final AtomicBoolean begun = new AtomicBoolean();

    /** Begins the warm-up once, in the second half of the epochs. */
    public void onEpoch(EpochSnapshot snapshot) {
        if (2 * snapshot.record().epoch() > snapshot.epochs() && begun.compareAndSet(false, true)) {
            Thread.ofPlatform().name("drawing-warm-up").daemon().start(DrawingWarmUp::draw);
        }
    }

    private static void draw() {
        try {
            Ceilings none = new Ceilings(Double.NaN, Double.NaN, Map.of());
            ChartTheme theme = ChartTheme.light();
            Figure empty = RunFigures.of("score", ScoreChart.of(List.of(), 0, none, Double.NaN, theme), theme);
            FigureFiles.draw(empty);
        } catch (RuntimeException | LinkageError unable) {
            // Nothing depends on the warm-up. If something cannot be drawn, the report says so.
            return;
        }
    }
}
