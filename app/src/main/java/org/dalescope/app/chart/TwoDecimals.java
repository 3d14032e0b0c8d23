package org.dalescope.app.chart;

import java.util.Locale;

/** Writes scores the same way in every chart and view. */
public final class TwoDecimals {
    private TwoDecimals() {}

    /** A number such as "0.62", or "-" if it is not defined. */
    public static String of(double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.2f", value);
    }
}
