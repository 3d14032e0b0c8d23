package org.dalescope.model.suite.grant;

import java.util.Locale;

/**
 * The value of a panel for one factor.
 *
 * @param selective recorded E neurons that are selective for the factor; without any, there is nothing to explain
 * @param low lower end of the 95 % interval; NaN if there is none
 * @param high upper end
 * @param over what varies in the interval, such as {@code 10 E neurons}
 */
public record PanelEvidence(
        GrantPanel panel, String factor, int selective, double value, double low, double high, String over) {
    public GrantOutcome outcome() {
        return selective > 0 ? panel.outcome(low, high) : GrantOutcome.CANNOT_TELL;
    }

    PanelEvidence withSelective(int neurons) {
        return new PanelEvidence(panel, factor, neurons, value, low, high, over);
    }

    /** The value with its interval. */
    public String amount() {
        if (Double.isNaN(value)) {
            return "not defined";
        }
        return Double.isNaN(low)
                ? String.format(Locale.ROOT, "%.2f", value)
                : String.format(Locale.ROOT, "%.2f (%.2f to %.2f)", value, low, high);
    }
}
