package org.dalescope.app.ui.compare;

import javafx.scene.control.Tab;
import org.dalescope.app.chart.ChartTheme;

/** A part of the comparison in a tab of its own; only the one on show draws. */
interface ComparePart {
    Tab tab();

    void show(RunComparison comparison, ChartTheme theme);
}
