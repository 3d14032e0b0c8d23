package org.dalescope.model.analysis.perturbation;

import org.dalescope.model.common.InputError;
import org.dalescope.model.session.TimeAxis;

/**
 * A stretch of trial time: the bins whose centre lies in it.
 *
 * @param fromMs included, minus infinity for the trial's start
 * @param toMs excluded, infinity for the trial's end
 */
public record TimeWindow(double fromMs, double toMs) {
    /** All of the trial. */
    public static final TimeWindow WHOLE = new TimeWindow(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    public TimeWindow {
        if (!(fromMs < toMs)) {
            throw new InputError("A window from " + PerturbationText.number(fromMs) + " to "
                    + PerturbationText.number(toMs) + " ms is empty: give its start before its end, such as 300:600.");
        }
    }

    /**
     * Which bins it covers.
     *
     * @throws InputError where it covers none
     */
    public boolean[] bins(TimeAxis time) {
        boolean[] in = new boolean[time.bins()];
        boolean any = false;
        for (int bin = 0; bin < in.length; bin++) {
            double centre = time.centreMs(bin);
            in[bin] = centre >= fromMs && centre < toMs;
            any |= in[bin];
        }
        if (!any) {
            throw new InputError(
                    "No bin of the session lies in the window " + text() + " ms: its bins have centres from "
                            + PerturbationText.number(time.centreMs(0)) + " to "
                            + PerturbationText.number(time.centreMs(time.bins() - 1)) + " ms.");
        }
        return in;
    }

    /** Such as {@code 300:600}; an open end is left empty. */
    public String text() {
        return (Double.isInfinite(fromMs) ? "" : PerturbationText.number(fromMs)) + ":"
                + (Double.isInfinite(toMs) ? "" : PerturbationText.number(toMs));
    }

    /**
     * The window that such a text means.
     *
     * @throws InputError where it means none
     */
    public static TimeWindow of(String text) {
        String[] ends = text.split(":", -1);
        if (ends.length != 2) {
            throw new InputError(
                    "'" + text + "' is no window: write its start and end in ms, such as 300:600 or 300:.");
        }
        return new TimeWindow(
                ends[0].isBlank() ? Double.NEGATIVE_INFINITY : PerturbationText.parse(ends[0], "start of the window"),
                ends[1].isBlank() ? Double.POSITIVE_INFINITY : PerturbationText.parse(ends[1], "end of the window"));
    }
}
