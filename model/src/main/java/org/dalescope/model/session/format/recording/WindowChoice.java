package org.dalescope.model.session.format.recording;

import java.util.Arrays;
import java.util.Locale;
import org.dalescope.model.common.HeapMemory;
import org.dalescope.model.common.InputError;
import org.dalescope.model.session.RecordingMapping;

/** Chooses the window and the bins of trials if a mapping does not. */
final class WindowChoice {
    private static final double BIN_MS = 25;
    private static final double BEFORE_MS = 200;
    private static final double WITHOUT_END_MS = 1000;
    private static final double LONGEST_MS = 10_000;
    private static final double QUANTILE = 0.95;
    private static final double ROUNDING = 1e-6;
    /** The most values that one array can hold. */
    private static final double MOST_VALUES = Integer.MAX_VALUE - 8.0;

    /**
     * Bytes per bin while a session is read, in addition to the rates: the sums, lines and counts of a series, and
     * masks.
     */
    private static final int BYTES_PER_BIN = 32;

    private WindowChoice() {}

    /**
     * The windows of the mapping; by default from 200 ms before the alignment to where 95 of 100 trials have ended, at
     * most 10 s, in whole bins of 25 ms.
     *
     * @param edgeMs rounding of the file's times
     * @param perBin values that a session holds per trial and bin
     */
    static TrialWindows of(
            TrialTable trials,
            double[] alignS,
            RecordingMapping mapping,
            int perBin,
            double edgeMs,
            ReadingNotes notes) {
        double binMs = mapping.binMs().orElse(BIN_MS);
        double start = mapping.windowStartMs().orElseGet(() -> -Math.ceil(BEFORE_MS / binMs) * binMs);
        double end = mapping.windowEndMs().orElseGet(() -> end(trials, alignS, notes));
        double bins = Math.floor((end - start) / binMs + ROUNDING);
        if (!(bins >= 2) || bins * trials.rows() * Math.max(1, perBin) > MOST_VALUES) {
            throw new InputError(String.format(
                    Locale.ROOT,
                    "The window from %s to %s ms in bins of %s ms, for %d trials and %d units, is %s: set \"window_ms\""
                            + " and \"bin_ms\", or choose fewer units, in a mapping.",
                    start,
                    end,
                    binMs,
                    trials.rows(),
                    perBin,
                    bins >= 2 ? "too large for one array" : "shorter than two bins"));
        }
        HeapMemory.ofThisProgram()
                .require(
                        bins * trials.rows() * ((double) Float.BYTES * perBin + BYTES_PER_BIN),
                        String.format(
                                Locale.ROOT,
                                "A session of %d trials x %.0f bins x %d units",
                                trials.rows(),
                                bins,
                                perBin),
                        "choose wider bins (\"bin_ms\"), a shorter window (\"window_ms\") or fewer units"
                                + " (\"exclude_units\") in a mapping");
        return TrialWindows.of(alignS, start, binMs, (int) bins, edgeMs);
    }

    private static double end(TrialTable trials, double[] alignS, ReadingNotes notes) {
        double[] after = new double[trials.rows()];
        Arrays.setAll(after, i -> (trials.stopS()[i] - alignS[i]) * 1000);
        double[] sorted = Arrays.stream(after).filter(Double::isFinite).sorted().toArray();
        if (sorted.length == 0 && !trials.table().has(trials.stop())) {
            notes.warning(
                    "window-guessed",
                    String.format(
                            Locale.ROOT,
                            "The table %s does not say when trials end. The window ends %.0f ms after the event: choose"
                                    + " another one in the mapping (--align COLUMN:FROM:TO).",
                            trials.table().path(),
                            WITHOUT_END_MS));
            return WITHOUT_END_MS;
        }
        if (sorted.length == 0) {
            throw new InputError("The trials of " + trials.table().path() + " have no end ('" + trials.stop()
                    + "') after the event they are aligned to: give \"window_ms\" in a mapping.");
        }
        double quantile = sorted[(int) Math.min(sorted.length - 1, Math.ceil(QUANTILE * sorted.length) - 1)];
        if (quantile > LONGEST_MS) {
            notes.warning(
                    "window-cut",
                    String.format(
                            Locale.ROOT,
                            "Trials last up to %.1f s; only the first %.0f s after the alignment are read: choose another"
                                    + " window with \"window_ms\" in a mapping.",
                            sorted[sorted.length - 1] / 1000,
                            LONGEST_MS / 1000));
        }
        return Math.min(quantile, LONGEST_MS);
    }
}
