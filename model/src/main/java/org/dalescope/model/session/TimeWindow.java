package org.dalescope.model.session;

import org.dalescope.model.common.DecimalParser;
import org.dalescope.model.common.InputError;

/**
 * A time window within a trial, such as that of a perturbation. It contains the bins whose centre is in it.
 *
 * @param fromMs start, included; minus infinity for the start of the trial
 * @param toMs end, excluded; infinity for the end of the trial
 */
public record TimeWindow(double fromMs, double toMs) {
    /** The whole trial. */
    public static final TimeWindow WHOLE = new TimeWindow(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    public TimeWindow {
        if (!(fromMs < toMs)) {
            throw new InputError("A window from " + Factor.plain(fromMs) + " to "
                    + Factor.plain(toMs) + " ms is empty. The start must be before the end, such as"
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
                            + Factor.plain(time.centreMs(0)) + " to "
                            + Factor.plain(time.centreMs(time.bins() - 1)) + " ms. Choose another window.");
        }
        return in;
    }

    /** The window as text, such as {@code 300:600}; an open end is left empty. */
    public String text() {
        return (Double.isInfinite(fromMs) ? "" : Factor.plain(fromMs)) + ":"
                + (Double.isInfinite(toMs) ? "" : Factor.plain(toMs));
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
                ends[0].isBlank() ? Double.NEGATIVE_INFINITY : end(ends[0], "start"),
                ends[1].isBlank() ? Double.POSITIVE_INFINITY : end(ends[1], "end"));
    }

    private static double end(String word, String which) {
        return DecimalParser.parse(word)
                .orElseThrow(() ->
                        new InputError("The " + which + " of the window is '" + word + "'. Give a finite number."));
    }
}
