package org.dalescope.app.chart;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberTickUnit;

/** A logarithmic axis that labels decades as plain numbers: 0.01, 0.1, 1, 10. */
final class PlainLogAxis extends LogAxis {
    private static final long serialVersionUID = 1L;

    PlainLogAxis() {
        setSmallestValue(1e-12);
        DecimalFormat plain = new DecimalFormat("0.######", DecimalFormatSymbols.getInstance(Locale.ROOT));
        setNumberFormatOverride(plain);
        setTickUnit(new NumberTickUnit(1, plain), true, false);
        setMinorTickCount(9);
    }
}
