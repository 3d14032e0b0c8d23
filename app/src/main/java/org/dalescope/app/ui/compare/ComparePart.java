package org.dalescope.app.ui.compare;

import javafx.scene.control.Tab;
import org.dalescope.app.chart.ChartTheme;

/** A part of the view that compares runs, in its own tab; only the part that is shown draws. */
interface ComparePart {
    Tab tab();

    void show(RunComparison comparison, ChartTheme theme);
}
