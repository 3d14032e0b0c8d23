package org.dalescope.model.analysis.perturbation;

import org.dalescope.model.common.InputError;
import org.dalescope.model.session.TimeAxis;

/**
 * The time window of a perturbation within a trial. It contains the bins whose centre is in it.
 *
 * @param fromMs start, included; minus infinity for the start of the trial
 * @param toMs end, excluded; infinity for the end of the trial
 */
public record TimeWindow(double fromMs, double toMs) {
    /** The whole trial. */
    public static final TimeWindow WHOLE = new TimeWindow(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    public TimeWindow {
        if (!(fromMs < toMs)) {
            throw new InputError("A window from " + PerturbationText.number(fromMs) + " to "
                    + PerturbationText.number(toMs) + " ms is empty. The start must be before the end, such as"
                    + " 300:600.");
        }
    }

    /**
     * The bins in the window.
     *
     * @throws InputError if the window contains no bin
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
                    "The window " + text() + " ms contains no bin of the session. The centres of its bins are from "
                            + PerturbationText.number(time.centreMs(0)) + " to "
                            + PerturbationText.number(time.centreMs(time.bins() - 1)) + " ms. Choose another window.");
        }
        return in;
    }

    /** The window as text, such as {@code 300:600}; an open end is left empty. */
    public String text() {
        return (Double.isInfinite(fromMs) ? "" : PerturbationText.number(fromMs)) + ":"
                + (Double.isInfinite(toMs) ? "" : PerturbationText.number(toMs));
    }

    /**
     * Parses such a text.
     *
     * @throws InputError if the text is not a window
     */
    public static TimeWindow of(String text) {
        String[] ends = text.split(":", -1);
        if (ends.length != 2) {
            throw new InputError(
                    "'" + text + "' is not a window. Write its start and end in ms, such as 300:600 or 300:.");
        }
        return new TimeWindow(
                ends[0].isBlank() ? Double.NEGATIVE_INFINITY : PerturbationText.parse(ends[0], "start of the window"),
                ends[1].isBlank() ? Double.POSITIVE_INFINITY : PerturbationText.parse(ends[1], "end of the window"));
    }
}
