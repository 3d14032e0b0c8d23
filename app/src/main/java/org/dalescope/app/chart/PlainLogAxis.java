package org.dalescope.app.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.ValueTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/**
 * A logarithmic chart axis with ticks at 1, 2 and 5 times powers of ten, or at round steps if it spans less than a
 * decade. JFreeChart's own axis would label values such as 0.158489.
 */
final class PlainLogAxis extends LogAxis {
    private static final long serialVersionUID = 1L;
    private static final double MOST_DECADES_WITH_STEPS = 3;

    private static final double MOST_LABELS = 8;
    private static final double FEWEST_STEPS = 4;

    PlainLogAxis() {
        setSmallestValue(1e-12);
    }

    @Override
    public List<ValueTick> refreshTicks(
            Graphics2D graphics, AxisState state, Rectangle2D dataArea, RectangleEdge edge) {
        double low = getRange().getLowerBound();
        double high = getRange().getUpperBound();
        double decades = Math.log10(high / low);
        if (decades < 1) {
            return roundSteps(low, high);
        }
        int[] steps = decades <= MOST_DECADES_WITH_STEPS ? new int[] {1, 2, 5} : new int[] {1};
        int stride = Math.max(1, (int) Math.ceil(decades / MOST_LABELS));
        List<ValueTick> ticks = new ArrayList<>();
        for (int decade = (int) Math.floor(Math.log10(low)); decade <= Math.log10(high); decade++) {
            for (int step : steps) {
                double value =
                        BigDecimal.valueOf(step).scaleByPowerOfTen(decade).doubleValue();
                if (getRange().contains(value) && Math.floorMod(decade, stride) == 0) {
                    ticks.add(new NumberTick(
                            value, label(step, decade), TextAnchor.CENTER_RIGHT, TextAnchor.CENTER_RIGHT, 0));
                }
            }
        }
        return ticks;
    }

    /** Ticks at multiples of 1, 2 or 5 times a power of ten, for a range that may hold none of these themselves. */
    private static List<ValueTick> roundSteps(double low, double high) {
        double rough = (high - low) / FEWEST_STEPS;
        int decade = (int) Math.floor(Math.log10(rough));
        double share = rough / Math.pow(10, decade);
        int step = share >= 5 ? 5 : share >= 2 ? 2 : 1;
        BigDecimal each = BigDecimal.valueOf(step).scaleByPowerOfTen(decade);
        List<ValueTick> ticks = new ArrayList<>();
        for (long k = (long) Math.ceil(low / each.doubleValue()); k * each.doubleValue() <= high; k++) {
            BigDecimal value = each.multiply(BigDecimal.valueOf(k));
            ticks.add(new NumberTick(
                    value.doubleValue(), value.toPlainString(), TextAnchor.CENTER_RIGHT, TextAnchor.CENTER_RIGHT, 0));
        }
        return ticks;
    }

    private static String label(int step, int decade) {
        return decade < -3 || decade > 4
                ? step + "e" + decade
                : BigDecimal.valueOf(step).scaleByPowerOfTen(decade).toPlainString();
    }
}
