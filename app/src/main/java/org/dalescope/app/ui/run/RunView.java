package org.dalescope.app.ui.run;

import org.dalescope.app.chart.ChartTheme;

/** A view of a run; only the one on show is asked to draw. */
public interface RunView {
    /** Draws the run, once. */
    void show(RunSnapshot run, ChartTheme theme);

    /** Finishes what could not be drawn before the layout had come to rest; called ten times a second, so cheap. */
    default void finishDrawing() {}

    /** Shows that there is no run. */
    void showNone();
}
