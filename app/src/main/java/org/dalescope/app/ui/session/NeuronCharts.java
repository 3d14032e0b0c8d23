package org.dalescope.app.ui.session;

import java.util.List;
import java.util.function.Supplier;
import javafx.scene.control.SplitPane;
import org.dalescope.app.chart.ChartContent;
import org.dalescope.app.chart.ChartTheme;
import org.dalescope.app.chart.Figure;
import org.dalescope.app.chart.session.SessionCharts;
import org.dalescope.app.ui.control.ChartPane;
import org.dalescope.app.ui.control.FigurePane;
import org.dalescope.app.ui.control.WrappingPanes;
import org.dalescope.app.ui.task.LatestTask;
import org.dalescope.model.session.Mask;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.split.Condition;

/** The PSTH and the raster of one neuron of a session, side by side or one below the other. */
public final class NeuronCharts extends SplitPane {
    private final ChartPane psth;
    private final FigurePane raster;
    private final LatestTask work;

    private record Pictures(ChartContent psth, Figure raster, Supplier<Figure> toTake) {}

    /**
     * Charts that show nothing yet.
     *
     * @param id the beginning of the ids of both charts
     * @param work computes the pictures
     */
    public NeuronCharts(String id, LatestTask work) {
        this.psth = new ChartPane(id + "-psth");
        this.raster = new FigurePane(id + "-raster");
        this.work = work;
        getItems().setAll(psth, raster);
        WrappingPanes.stack(this);
    }

    /**
     * Draws a neuron.
     *
     * @param neuron its position in the session
     * @param conditions called in the background
     */
    public void show(Session session, Mask mask, int neuron, Supplier<List<Condition>> conditions, ChartTheme theme) {
        work.submit(
                () -> {
                    List<Condition> drawn = conditions.get();
                    return new Pictures(
                            SessionCharts.psth(session, mask, neuron, drawn, theme),
                            SessionCharts.raster(session, mask, neuron, drawn, theme),
                            () -> SessionCharts.raster(session, mask, neuron, drawn, ChartTheme.light()));
                },
                pictures -> {
                    psth.show(pictures.psth(), theme);
                    raster.show(pictures.raster(), pictures.toTake());
                });
    }
}
