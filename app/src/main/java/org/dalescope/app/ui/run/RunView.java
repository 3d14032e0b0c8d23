package org.dalescope.app.ui.run;

import org.dalescope.app.chart.ChartTheme;

/** A view that draws the shown run, live or finished; only visible views are asked to draw. */
public interface RunView {
    /** Draws the run, once. */
    void show(RunSnapshot run, ChartTheme theme);

    /** Finishes drawing that has to wait for the layout. It is called ten times a second, so it must be fast. */
    default void finishDrawing() {}

    /** Shows that there is no run. */
    void showNone();
}
