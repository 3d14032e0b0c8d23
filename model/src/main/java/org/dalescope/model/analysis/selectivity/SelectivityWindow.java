package org.dalescope.model.analysis.selectivity;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.dalescope.model.common.DecimalParser;
import org.dalescope.model.common.InputError;
import org.dalescope.model.common.NearestName;
import org.dalescope.model.session.Channel;
import org.dalescope.model.session.Mask;
import org.dalescope.model.session.Session;
import org.dalescope.model.session.TimeAxis;
import org.dalescope.model.session.curation.ChannelPattern;

/**
 * A time window of the selectivity analysis: the part of the valid bins of every trial in which rates are averaged.
 *
 * @param name such as {@code first_third} or {@code 100:400 ms}
 * @param extent the quantity that {@code from} and {@code to} give
 * @param from the start, included
 * @param to the end, excluded
 */
public record SelectivityWindow(String name, Extent extent, double from, double to) {
    private static final double PERCENT = 100;

    /** The quantity in which the ends of a window are given. */
    public enum Extent {
        /**
         * Shares of each trial's own valid bins from 0 to 1, so that short and long trials are divided in the same
         * way.
         */
        SHARES,
        /** Centres of bins in ms of the session's time. A trial without a valid bin there is left out. */
        MS,
        /** From the onset of one input to that of another, which the name gives. A trial without both is left out. */
        EVENTS
    }

    private static final String BETWEEN = "..";

    /** Creates a window over a share of each trial's own valid bins. */
    public SelectivityWindow(String name, double from, double to) {
        this(name, Extent.SHARES, from, to);
    }

    /** The whole valid trial and its thirds. */
    public static List<SelectivityWindow> standard() {
        return List.of(
                new SelectivityWindow("whole", 0, 1),
                new SelectivityWindow("first_third", 0, 1.0 / 3),
                new SelectivityWindow("middle_third", 1.0 / 3, 2.0 / 3),
                new SelectivityWindow("last_third", 2.0 / 3, 1));
    }

    /**
     * Parses a window: {@code 100:400} in ms, where either end may be left open, {@code 0%:33%} in shares of each
     * trial, or {@code target_loc_*..go_signal} from the onset of an input to that of another.
     *
     * @throws InputError if the text is not a window
     */
    public static SelectivityWindow of(String text) {
        if (text.contains(BETWEEN)) {
            return between(text.strip());
        }
        String[] ends = text.strip().split(":", -1);
        boolean shares = text.contains("%");
        if (ends.length != 2 || (shares && !(ends[0].endsWith("%") && ends[1].endsWith("%")))) {
            throw unreadable(text);
        }
        double from = shares ? share(ends[0], text) : end(ends[0], Double.NEGATIVE_INFINITY, text);
        double to = shares ? share(ends[1], text) : end(ends[1], Double.POSITIVE_INFINITY, text);
        if (!(from < to)) {
            throw new InputError(
                    "Window '" + text + "' is empty. The start must be before the end, such as 100:400 or 0%:33%.");
        }
        return new SelectivityWindow(
                shares ? text.strip() : text.strip() + " ms", shares ? Extent.SHARES : Extent.MS, from, to);
    }

    private static SelectivityWindow between(String text) {
        if (text.split("\\.\\.", -1).length != 2 || text.startsWith(BETWEEN) || text.endsWith(BETWEEN)) {
            throw unreadable(text);
        }
        return new SelectivityWindow(text, Extent.EVENTS, 0, 1);
    }

    /**
     * The valid bins that the window's events leave: all of them unless the window is between events.
     *
     * @throws InputError if an event is not an input of the session
     */
    Mask within(Session session, Mask mask) {
        if (extent != Extent.EVENTS) {
            return mask;
        }
        String[] events = name.split("\\.\\.", -1);
        int[] first = inputs(session, events[0].strip());
        int[] last = inputs(session, events[1].strip());
        boolean[] valid = new boolean[mask.trials() * mask.bins()];
        for (int trial = 0; trial < mask.trials(); trial++) {
            int start = session.onset(trial, first);
            int end = session.onset(trial, last);
            for (int bin = Math.max(0, start); start >= 0 && bin < end; bin++) {
                valid[trial * mask.bins() + bin] = mask.isValid(trial, bin);
            }
        }
        return new Mask(mask.trials(), mask.bins(), valid);
    }

    private int[] inputs(Session session, String event) {
        int[] channels = ChannelPattern.of(event).positions(session.channels());
        if (channels.length == 0) {
            List<String> names = session.channels().stream().map(Channel::name).toList();
            throw new InputError("Window '" + name + "' names '" + event + "', which is no input of the session: "
                    + (names.isEmpty() ? "it has none." : "the nearest is '" + NearestName.to(event, names) + "'."));
        }
        return channels;
    }

    /** The bins of the window in every trial, whatever its ends are given in. */
    Mask resolved(Session session, Mask mask) {
        Mask within = within(session, mask);
        boolean[] valid = new boolean[mask.trials() * mask.bins()];
        for (int trial = 0; trial < mask.trials(); trial++) {
            for (int bin : bins(within, session.time(), trial)) {
                valid[trial * mask.bins() + bin] = true;
            }
        }
        return new Mask(mask.trials(), mask.bins(), valid);
    }

    private static double share(String end, String text) {
        double share = end(end.substring(0, end.length() - 1), Double.NaN, text) / PERCENT;
        if (!(share >= 0 && share <= 1)) {
            throw new InputError("Window '" + text + "' extends beyond the trial. Give shares from 0% to 100%.");
        }
        return share;
    }

    private static double end(String end, double open, String text) {
        return end.isBlank() ? open : DecimalParser.parse(end).orElseThrow(() -> unreadable(text));
    }

    private static InputError unreadable(String text) {
        return new InputError("'" + text
                + "' is not a window. Write its ends in ms (100:400, 100:), in shares of each trial (0%:33%), or as"
                + " two inputs (target_loc_*..go_signal).");
    }

    /** The rate of a neuron in a bin of the i-th trial, sp/s. */
    interface Rates {
        double at(int i, int bin, int neuron);
    }

    /**
     * The mean rate of every neuron in the window of every trial, sp/s, {@code [neuron][trial]}; NaN if the window
     * has no bin.
     *
     * @param positions of the trials in the mask
     */
    double[][] means(Mask mask, TimeAxis time, int[] positions, int neurons, Rates rates) {
        double[][] means = new double[neurons][positions.length];
        for (int i = 0; i < positions.length; i++) {
            int[] bins = bins(mask, time, positions[i]);
            for (int neuron = 0; neuron < neurons; neuron++) {
                double sum = 0;
                for (int bin : bins) {
                    sum += rates.at(i, bin, neuron);
                }
                means[neuron][i] = bins.length > 0 ? sum / bins.length : Double.NaN;
            }
        }
        return means;
    }

    private int[] bins(Mask mask, TimeAxis time, int position) {
        int[] valid = IntStream.range(0, mask.bins())
                .filter(bin -> mask.isValid(position, bin))
                .toArray();
        return switch (extent) {
            // The small number keeps a third of 9 bins at 3, because 9 * (1 / 3) can be slightly less.
            case SHARES, EVENTS ->
                Arrays.copyOfRange(valid, (int) (from * valid.length + 1e-9), (int) (to * valid.length + 1e-9));
            case MS ->
                IntStream.of(valid)
                        .filter(bin -> time.centreMs(bin) >= from && time.centreMs(bin) < to)
                        .toArray();
        };
    }
}
